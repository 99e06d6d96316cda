#include "internal.h"

#include <unistd.h>

#ifdef __linux__
#include <sys/epoll.h>

int rehearsal_poster_poll_new(void) { return epoll_create1(EPOLL_CLOEXEC); }

void rehearsal_poster_poll_change(int poll, int socket, bool reads, bool writes, bool is_new) {
  struct epoll_event event = {.events = (reads ? EPOLLIN : 0u) | (writes ? EPOLLOUT : 0u), .data.fd = socket};
  // A number that was used before may be known or not, whatever the library believes.
  if (epoll_ctl(poll, is_new ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &event) != 0) {
    (void)epoll_ctl(poll, is_new ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event);
  }
}

void rehearsal_poster_poll_remove(int poll, int socket) { (void)epoll_ctl(poll, EPOLL_CTL_DEL, socket, NULL); }

void rehearsal_poster_poll_take(int poll, void (*ready)(void *, int, int), void *context) {
  struct epoll_event events[64];
  // What is left makes the descriptor readable again.
  for (int round = 0; round < 4; round++) {
    int count = epoll_wait(poll, events, 64, 0);
    for (int index = 0; index < count; index++) {
      uint32_t bits = events[index].events;
      // Of an error or an end the library learns more where it reads and writes itself.
      int mask = (bits & (EPOLLIN | EPOLLERR | EPOLLHUP) ? CURL_CSELECT_IN : 0)
                 | (bits & (EPOLLOUT | EPOLLERR | EPOLLHUP) ? CURL_CSELECT_OUT : 0);
      ready(context, events[index].data.fd, mask);
    }
    if (count < 64) return;
  }
}
#else
#include <fcntl.h>
#include <sys/event.h>

int rehearsal_poster_poll_new(void) {
  int poll = kqueue();
  if (poll >= 0) (void)fcntl(poll, F_SETFD, FD_CLOEXEC);
  return poll;
}

void rehearsal_poster_poll_change(int poll, int socket, bool reads, bool writes, bool is_new) {
  struct kevent change;
  (void)is_new;
  EV_SET(&change, (uintptr_t)socket, EVFILT_READ, reads ? EV_ADD : EV_DELETE, 0, 0, NULL);
  (void)kevent(poll, &change, 1, NULL, 0, NULL);
  EV_SET(&change, (uintptr_t)socket, EVFILT_WRITE, writes ? EV_ADD : EV_DELETE, 0, 0, NULL);
  (void)kevent(poll, &change, 1, NULL, 0, NULL);
}

void rehearsal_poster_poll_remove(int poll, int socket) { rehearsal_poster_poll_change(poll, socket, false, false, false); }

void rehearsal_poster_poll_take(int poll, void (*ready)(void *, int, int), void *context) {
  struct kevent events[64];
  struct timespec none = {0, 0};
  for (int round = 0; round < 4; round++) {
    int count = kevent(poll, NULL, 0, events, 64, &none);
    for (int index = 0; index < count; index++) {
      ready(context, (int)events[index].ident, events[index].filter == EVFILT_WRITE ? CURL_CSELECT_OUT : CURL_CSELECT_IN);
    }
    if (count < 64) return;
  }
}
#endif
