#ifndef REHEARSAL_CLIBYAML_H
#define REHEARSAL_CLIBYAML_H
#include <yaml.h>
#endif
