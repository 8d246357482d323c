/* Sockets. */
#include "probe.h"
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>

static char bytes[64];
static int pair[2];
static struct iovec iov[1] = {{bytes, 4}};
static struct msghdr message = {.msg_iov = iov, .msg_iovlen = 1};
static struct mmsghdr messages[1];

static int joined(void) {
  if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) != 0 || write(pair[1], "abcd", 4) != 4) exit(98);
  messages[0].msg_hdr = message;
  return pair[0];
}

#define ON_PAIR(id, ...)  \
  PROBE(id) {             \
    int fd = joined();    \
    begin();              \
    (void)!(__VA_ARGS__); \
    end();                \
  }

ONE(socket, socket(v ? AF_UNIX : AF_INET, v ? SOCK_STREAM : SOCK_DGRAM, 0))
ONE(socketpair, socketpair(v ? AF_UNIX : AF_INET, v ? SOCK_STREAM : SOCK_DGRAM, 0, pair))
ON_PAIR(accept, accept(fd, NULL, NULL))
ON_PAIR(accept4, accept4(fd, NULL, NULL, v ? SOCK_CLOEXEC : SOCK_NONBLOCK))
ON_PAIR(bind, bind(fd, (struct sockaddr *)&(struct sockaddr_un){.sun_family = AF_UNIX}, 2))
ON_PAIR(connect, connect(fd, (struct sockaddr *)&(struct sockaddr_un){.sun_family = AF_UNIX}, 2))
ON_PAIR(listen, listen(fd, v))
ON_PAIR(getsockname, getsockname(fd, (struct sockaddr *)&(struct sockaddr_un){0}, &(socklen_t){2}))
ON_PAIR(getpeername, getpeername(fd, (struct sockaddr *)&(struct sockaddr_un){0}, &(socklen_t){2}))
ON_PAIR(setsockopt, setsockopt(fd, v ? SOL_SOCKET : 0, v ? SO_REUSEADDR : SO_KEEPALIVE, &(int){1}, sizeof(int)))
ON_PAIR(getsockopt, getsockopt(fd, v ? SOL_SOCKET : 0, v ? SO_REUSEADDR : SO_KEEPALIVE, &(int){1}, &(socklen_t){4}))
ON_PAIR(shutdown, shutdown(fd, v ? SHUT_RD : SHUT_WR))
ON_PAIR(send, send(fd, bytes, 4, v ? MSG_DONTWAIT : MSG_NOSIGNAL))
ON_PAIR(sendto, sendto(fd, bytes, 4, v ? MSG_DONTWAIT : MSG_NOSIGNAL, (struct sockaddr *)&(struct sockaddr_un){.sun_family = AF_UNIX}, 2))
ON_PAIR(recv, recv(fd, bytes, 4, v ? MSG_DONTWAIT : MSG_PEEK))
ON_PAIR(recvfrom, recvfrom(fd, bytes, 4, v ? MSG_DONTWAIT : MSG_PEEK, (struct sockaddr *)&(struct sockaddr_un){0}, &(socklen_t){2}))
ON_PAIR(sendmsg, sendmsg(fd, &message, v ? MSG_DONTWAIT : MSG_NOSIGNAL))
ON_PAIR(recvmsg, recvmsg(fd, &message, v ? MSG_DONTWAIT : MSG_PEEK))
ON_PAIR(sendmmsg, sendmmsg(fd, messages, 1, v ? MSG_DONTWAIT : MSG_NOSIGNAL))
ON_PAIR(recvmmsg, recvmmsg(fd, messages, 1, v ? MSG_DONTWAIT : MSG_PEEK, &(struct timespec){0, 1}))
