/* The least a server can do: one process, one room, the same bytes to every stream.
 * GET opens a stream, POST /publish sends its body to all of them. No rooms, no people, no doors, no errors.
 * It is the yardstick of bench/fanout.py, and nothing else. Usage: epoll_server PORT */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 20000
static int streams[MOST];
static int place[MOST + 64]; /* of a descriptor in `streams`, plus one */
static int open_streams;

static const char HEAD[] = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncache-control: no-store\r\n"
                           "transfer-encoding: chunked\r\n\r\n";

static int chunk(char *to, size_t room, const char *text) {
    return snprintf(to, room, "%zx\r\ndata: %s\n\n\r\n", strlen(text) + 8, text);
}

static void leave(int fd) {
    if (fd < MOST + 64 && place[fd]) {
        int last = streams[--open_streams];
        streams[place[fd] - 1] = last;
        place[last] = place[fd];
        place[fd] = 0;
    }
    close(fd);
}

static void open_stream(int fd) {
    char answer[512];
    int length = snprintf(answer, sizeof answer, "%s", HEAD);
    length += chunk(answer + length, sizeof answer - length, "^state");
    if (open_streams == MOST || write(fd, answer, length) != length) { leave(fd); return; }
    streams[open_streams++] = fd;
    place[fd] = open_streams;
}

static void publish(int fd, char *request) {
    static const char DONE[] = "HTTP/1.1 204 No Content\r\n\r\n";
    static char wire[65536];
    char *body = strstr(request, "\r\n\r\n") + 4;
    int length = chunk(wire, sizeof wire, body);
    for (int i = open_streams - 1; i >= 0; i--)
        if (write(streams[i], wire, length) != length) leave(streams[i]);
    if (write(fd, DONE, sizeof DONE - 1) < 0) leave(fd);
}

static void serve(int fd) {
    static char request[65536];
    ssize_t got = read(fd, request, sizeof request - 1);
    if (got <= 0) { leave(fd); return; }
    request[got] = 0;
    if (!strncmp(request, "GET ", 4)) open_stream(fd);
    else if (!strncmp(request, "POST ", 5) && strstr(request, "\r\n\r\n")) publish(fd, request);
    else leave(fd);
}

int main(int argc, char **argv) {
    int one = 1, listening = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(argc > 1 ? atoi(argv[1]) : 0),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listening}, ready[256];
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listening, (struct sockaddr *)&at, sizeof at) || listen(listening, 2048)) return 1;
    epoll_ctl(poll, EPOLL_CTL_ADD, listening, &event);
    for (;;) {
        int number = epoll_wait(poll, ready, 256, -1);
        for (int i = 0; i < number; i++) {
            int fd = ready[i].data.fd;
            if (fd != listening) { serve(fd); continue; }
            while ((fd = accept4(listening, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                event.data.fd = fd;
                epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
            }
        }
    }
}
