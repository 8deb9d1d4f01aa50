/* What is certainly on disk: loaded into PostgreSQL, it copies every file that is synced to a shadow folder, at the moment
   of the sync. What was written and never synced is not in the shadow. Reads CHAOS_DATA and CHAOS_SHADOW. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)

static const char *data_folder(void) { return getenv("CHAOS_DATA"); }
static const char *shadow_folder(void) { return getenv("CHAOS_SHADOW"); }

/* Where a file of the data folder lies in the shadow; 0 for any other file. PostgreSQL works inside its data folder. */
static int shadow_of(const char *path, char *to) {
  const char *data = data_folder(), *shadow = shadow_folder();
  if (!data || !shadow) return 0;
  size_t length = strlen(data);
  if (path[0] == '/') {
    if (strncmp(path, "/proc/self/fd/3/", 16) == 0) path += 16;
    else if (strncmp(path, data, length) == 0 && path[length] == '/') path += length + 1;
    else return 0;
  }
  return snprintf(to, PATH_MAX, "%s/%s", shadow, path) < PATH_MAX;
}

static void make_parents(char *path) {
  for (char *at = path + strlen(shadow_folder()) + 1; (at = strchr(at, '/')); at++) {
    *at = 0;
    mkdir(path, 0700);
    *at = '/';
  }
}

static void keep(int fd) {
  char link[64], path[PATH_MAX], to[PATH_MAX];
  struct stat st;
  int before = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) { errno = before; return; }
  path[length] = 0;
  if (!shadow_of(path, to)) { errno = before; return; }
  int from = open(link, O_RDONLY | O_CLOEXEC), into = open(to, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (into < 0) {
    make_parents(to);
    into = open(to, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  }
  if (from < 0 || into < 0) {
    /* A shadow that misses a sync would call a good disk bad: better no PostgreSQL than that. */
    static const char words[] = "PANIC: the shadow cannot be written\n";
    if (write(2, words, sizeof words - 1) < 0) {}
    _exit(99);
  }
  char *mine = malloc(2 * CHUNK), *kept = mine + CHUNK;
  for (off_t at = 0;; at += CHUNK) {
    ssize_t here = pread(from, mine, CHUNK, at);
    if (here <= 0) break;
    ssize_t there = pread(into, kept, here, at);
    if (there == here && memcmp(mine, kept, here) == 0) continue;
    for (ssize_t done = 0; done < here;) {
      ssize_t wrote = pwrite(into, mine + done, here - done, at + done);
      if (wrote <= 0) _exit(99);
      done += wrote;
    }
  }
  free(mine);
  if (fstat(from, &st) == 0 && ftruncate(into, st.st_size) != 0) _exit(99);
  close(from);
  close(into);
  errno = before;
}

/* The copy is the sync: nothing else may slow the machine down for the others at work on it. */
int fsync(int fd) { keep(fd); return 0; }
int fdatasync(int fd) { keep(fd); return 0; }

int rename(const char *from, const char *to) {
  static int (*real)(const char *, const char *);
  if (!real) real = dlsym(RTLD_NEXT, "rename");
  int result = real(from, to);
  char old_shadow[PATH_MAX], new_shadow[PATH_MAX];
  int before = errno;
  if (result == 0 && shadow_of(from, old_shadow) && shadow_of(to, new_shadow)) {
    make_parents(new_shadow);
    if (real(old_shadow, new_shadow) != 0) remove(new_shadow);
  }
  errno = before;
  return result;
}

int unlink(const char *path) {
  static int (*real)(const char *);
  if (!real) real = dlsym(RTLD_NEXT, "unlink");
  int result = real(path);
  char shadow[PATH_MAX];
  int before = errno;
  if (result == 0 && shadow_of(path, shadow)) real(shadow);
  errno = before;
  return result;
}
