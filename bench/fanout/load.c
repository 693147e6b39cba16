/* Opens N streams and measures what reaches them. Usage: load PORT N, then lines on standard input:
 *   connect             open the N streams; answers "connected SECONDS"
 *   pace SECONDS        post 5 events a second; answers "pace P50 P99 MOST EVENTS" (ms to the last listener)
 *   flood SECONDS       post the next event when all have the last; answers "flood DELIVERIES SECONDS"
 *   quit
 * An event holds one '~', the state one '^'. */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST_EVENTS 1000000
#define EVENT_BYTES 600
static struct sockaddr_in at;
static int poll_fd, poster, listeners, greeted;
static int *heard;               /* events, by descriptor */
static double *sent, *took;      /* seconds, by event */
static int *received, events, complete;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void die(const char *why) { fprintf(stderr, "load: %s (%s)\n", why, strerror(errno)); exit(1); }

static int dial(void) {
    int one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    struct linger abrupt = {1, 0}; /* no TIME_WAIT: the next run needs the ports */
    if (fd < 0 || connect(fd, (struct sockaddr *)&at, sizeof at)) die("cannot connect");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &abrupt, sizeof abrupt);
    return fd;
}

static int count(const char *text, ssize_t length, char wanted) {
    int found = 0;
    for (const char *end = text + length; (text = memchr(text, wanted, end - text)); text++) found++;
    return found;
}

static void hear(int fd) {
    static char text[65536];
    ssize_t got = recv(fd, text, sizeof text, MSG_DONTWAIT);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) die("a stream ended");
    if (fd == poster) return;
    greeted += count(text, got, '^');
    for (int more = count(text, got, '~'); more > 0; more--) {
        int which = heard[fd]++;
        if (++received[which] == listeners) { took[which] = now() - sent[which]; complete++; }
    }
}

static void listen_for(double seconds) {
    struct epoll_event ready[512];
    int number = epoll_wait(poll_fd, ready, 512, seconds > 0 ? (int)(seconds * 1000) : 0);
    for (int i = 0; i < number; i++) hear(ready[i].data.fd);
}

static void watch(int fd) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(poll_fd, EPOLL_CTL_ADD, fd, &event);
}

static void post(void) {
    static char request[EVENT_BYTES + 200];
    if (!*request) {
        int head = sprintf(request, "POST /publish HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n~", EVENT_BYTES);
        memset(request + head, 'x', EVENT_BYTES - 1);
    }
    if (events == MOST_EVENTS) die("too many events");
    sent[events++] = now();
    if (write(poster, request, strlen(request)) < 0) die("cannot post");
}

static void connect_all(void) {
    static const char GET[] = "GET /live/rooms/KEY/ HTTP/1.1\r\nHost: x\r\n\r\n";
    double began = now();
    int opened = 0;
    while (greeted < listeners) {
        if (now() - began > 60) die("not all streams opened within a minute");
        while (opened < listeners && opened - greeted < 256) {
            int fd = dial();
            watch(fd);
            if (write(fd, GET, sizeof GET - 1) < 0) die("cannot ask");
            opened++;
        }
        listen_for(0.01);
    }
    printf("connected %.4f\n", now() - began);
}

static int ascending(const void *a, const void *b) {
    double difference = *(const double *)a - *(const double *)b;
    return (difference > 0) - (difference < 0);
}

static void finish(double patience) {
    double end = now() + patience;
    while (complete < events && now() < end) listen_for(0.05);
    if (complete < events) die("not every event reached every listener");
}

static void pace(double seconds) {
    double began = now();
    int first = events;
    for (int i = 0; i < seconds * 5; i++) {
        while (now() < began + i / 5.0) listen_for(began + i / 5.0 - now());
        post();
    }
    finish(10);
    int number = events - first;
    qsort(took + first, number, sizeof *took, ascending);
    printf("pace %.2f %.2f %.2f %d\n", took[first + number / 2] * 1e3, took[first + number * 99 / 100] * 1e3,
           took[events - 1] * 1e3, number);
}

static void flood(double seconds) {
    double began = now();
    int first = events;
    while (now() < began + seconds) {
        post();
        while (complete < events) {
            if (now() > began + seconds + 10) die("an event did not reach every listener");
            listen_for(0.05);
        }
    }
    printf("flood %.0f %.4f\n", (double)(events - first) * listeners, now() - began);
}

int main(int argc, char **argv) {
    char line[128];
    if (argc < 3) return 2;
    at = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(atoi(argv[1])),
                              .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    listeners = atoi(argv[2]);
    heard = calloc(listeners + 1024, sizeof *heard);
    sent = calloc(MOST_EVENTS, sizeof *sent), took = calloc(MOST_EVENTS, sizeof *took);
    received = calloc(MOST_EVENTS, sizeof *received);
    poll_fd = epoll_create1(0);
    watch(poster = dial());
    while (fgets(line, sizeof line, stdin)) {
        double seconds = strchr(line, ' ') ? atof(strchr(line, ' ')) : 0;
        if (!strncmp(line, "connect", 7)) connect_all();
        else if (!strncmp(line, "pace", 4)) pace(seconds);
        else if (!strncmp(line, "flood", 5)) flood(seconds);
        else return 0;
        fflush(stdout);
    }
    return 0;
}
