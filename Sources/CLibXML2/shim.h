#ifndef REHEARSAL_CLIBXML2_H
#define REHEARSAL_CLIBXML2_H
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#endif
