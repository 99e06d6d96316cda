#ifndef REHEARSAL_CLIBCURL_H
#define REHEARSAL_CLIBCURL_H
#include <curl/curl.h>
#endif
