/* Files by their path. */
#include "probe.h"
#include <dirent.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <utime.h>

static struct stat st;

/* A directory, whose descriptor differs between the variants. */
static int other_dir(void) {
  int fd = open(".", O_RDONLY | O_DIRECTORY);
  return v ? dup(fd) : fd;
}

ONE(open, open("f", v ? O_RDWR | O_APPEND : O_RDONLY))
ONE_NAMED(open_creat, "open(O_CREAT)", open("g", v ? O_RDWR | O_CREAT : O_WRONLY | O_CREAT | O_TRUNC, v ? 0600 : 0640))
ONE(creat, creat("g", v ? 0600 : 0640))
PROBE(openat) {
  int at = other_dir();
  begin();
  (void)!openat(at, "f", v ? O_RDWR : O_RDONLY);
  end();
}
ONE(stat, stat("f", &st))
ONE(lstat, lstat("l", &st))
ONE(fstat, fstat(v, &st))
PROBE(fstatat) {
  int at = other_dir();
  begin();
  fstatat(at, "f", &st, v ? AT_SYMLINK_NOFOLLOW : 0);
  end();
}
#ifdef STATX_TYPE
static long room[64];
ONE(statx, statx(v ? AT_FDCWD : 0, "f", v ? AT_SYMLINK_NOFOLLOW : 0, v ? STATX_TYPE : STATX_SIZE, (struct statx *)room))
#endif
ONE(access, access("f", v ? R_OK : W_OK))
ONE(eaccess, eaccess("f", v ? R_OK : W_OK))
PROBE(faccessat) {
  int at = other_dir();
  begin();
  faccessat(at, "f", v ? R_OK : W_OK, 0);
  end();
}
PROBE_NAMED(faccessat_eaccess, "faccessat(AT_EACCESS)") {
  int at = other_dir();
  begin();
  faccessat(at, "f", v ? R_OK : W_OK, AT_EACCESS);
  end();
}
ONE(chmod, chmod("f", v ? 0600 : 0640))
PROBE(fchmodat) {
  int at = other_dir();
  begin();
  fchmodat(at, "f", v ? 0600 : 0640, 0);
  end();
}
PROBE_NAMED(fchmodat_nofollow, "fchmodat(AT_SYMLINK_NOFOLLOW)") {
  int at = other_dir();
  begin();
  fchmodat(at, "f", v ? 0600 : 0640, AT_SYMLINK_NOFOLLOW);
  end();
}
ONE(chown, chown("f", -1, -1))
ONE(lchown, lchown("f", -1, -1))
ONE(fchown, fchown(v, -1, -1))
ONE(link, link("f", "g"))
ONE(symlink, symlink("f", "g"))
ONE(readlink, readlink("l", (char[64]){0}, 64))
ONE(unlink, unlink("f"))
ONE(rmdir, rmdir("d"))
ONE_NAMED(remove_file, "remove(file)", remove("f"))
ONE_NAMED(remove_dir, "remove(directory)", remove("d"))
ONE(rename, rename("f", "g"))
PROBE(renameat) {
  int at = other_dir();
  begin();
  renameat(at, "f", at, "g");
  end();
}
#ifdef RENAME_NOREPLACE
PROBE(renameat2) {
  int at = other_dir();
  begin();
  renameat2(at, "f", at, "g", v ? RENAME_NOREPLACE : RENAME_EXCHANGE);
  end();
}
#endif
ONE(mkdir, mkdir("e", v ? 0700 : 0750))
ONE(mkfifo, mkfifo("e", v ? 0600 : 0640))
ONE(mknod, mknod("e", (v ? S_IFIFO : S_IFREG) | (v ? 0600 : 0640), 0))
ONE(utime, utime("f", NULL))
ONE_NAMED(utime_times, "utime(times)", utime("f", &(struct utimbuf){1, 2}))
ONE(utimes, utimes("f", (struct timeval[2]){{1, 2}, {3, 4}}))
ONE(lutimes, lutimes("l", (struct timeval[2]){{1, 2}, {3, 4}}))
ONE(futimes, futimes(v, (struct timeval[2]){{1, 2}, {3, 4}}))
ONE(futimens, futimens(v, (struct timespec[2]){{1, 2}, {3, 4}}))
PROBE(futimesat) {
  int at = other_dir();
  begin();
  futimesat(at, "f", (struct timeval[2]){{1, 2}, {3, 4}});
  end();
}
ONE(utimensat, utimensat(v ? AT_FDCWD : 0, "f", (struct timespec[2]){{1, 2}, {3, 4}}, v ? AT_SYMLINK_NOFOLLOW : 0))
ONE(truncate, truncate("f", v ? 3 : 4))
PROBE(ftruncate) {
  int fd = open("f", O_RDWR);
  begin();
  (void)!ftruncate(fd, v ? 3 : 4);
  end();
}
ONE(lseek, lseek(v, v ? 1 : 2, v ? SEEK_CUR : SEEK_SET))
ONE(statfs, statfs(".", &(struct statfs){0}))
ONE(fstatfs, fstatfs(v, &(struct statfs){0}))
ONE(statvfs, statvfs(".", &(struct statvfs){0}))
ONE(getcwd, getcwd((char[4096]){0}, 4096) != NULL)
ONE(realpath, realpath("l", (char[4096]){0}) != NULL)
ONE(opendir, opendir(v ? "d" : ".") != NULL)
PROBE(readdir) {
  DIR *dir = opendir(v ? "d" : ".");
  begin();
  while (readdir(dir) != NULL)
    ;
  end();
}
PROBE(closedir) {
  DIR *dir = opendir(v ? "d" : ".");
  begin();
  closedir(dir);
  end();
}
PROBE(mkstemp) {
  char name[] = "tXXXXXX";
  begin();
  (void)!mkstemp(name);
  end();
}
ONE(tmpfile, tmpfile() != NULL)
ONE(fopen, fopen("f", v ? "r+" : "r") != NULL)
