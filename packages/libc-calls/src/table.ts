// Written by tools/gen-libc-calls from probes that ran under strace 6.13 and qemu-user 10.0.13: glibc 2.41, musl 1.2.5, Linux 6.18.44.
// Make it again: node tools/gen-libc-calls/gen-libc-calls.mjs --musl DIR
import { ARCH_SET_FS } from '@seccompile/constants/arch-prctl'
import {
  AT_EACCESS,
  AT_EMPTY_PATH,
  AT_FDCWD,
  AT_NO_AUTOMOUNT,
  AT_REMOVEDIR,
  AT_SYMLINK_NOFOLLOW,
} from '@seccompile/constants/at'
import { CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_REALTIME_COARSE } from '@seccompile/constants/clock'
import {
  CLONE_CHILD_CLEARTID,
  CLONE_CHILD_SETTID,
  CLONE_DETACHED,
  CLONE_FILES,
  CLONE_FS,
  CLONE_PARENT_SETTID,
  CLONE_SETTLS,
  CLONE_SIGHAND,
  CLONE_SYSVSEM,
  CLONE_THREAD,
  CLONE_VFORK,
  CLONE_VM,
} from '@seccompile/constants/clone'
import {
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_GETFL,
  F_GETLK,
  F_GETLK64,
  F_SETFD,
  F_SETLK,
  F_SETLK64,
} from '@seccompile/constants/f'
import { TCGETS, TIOCGWINSZ } from '@seccompile/constants/ioctl'
import {
  O_CLOEXEC,
  O_CREAT,
  O_DIRECTORY,
  O_EXCL,
  O_LARGEFILE,
  O_NOCTTY,
  O_NOFOLLOW,
  O_NONBLOCK,
  O_PATH,
  O_RDWR,
  O_TMPFILE,
  O_TRUNC,
  O_WRONLY,
} from '@seccompile/constants/o'
import { PR_GET_FP_MODE } from '@seccompile/constants/pr'
import { PROT_BTI, PROT_EXEC, PROT_READ, PROT_WRITE } from '@seccompile/constants/prot'
import { SIGCHLD } from '@seccompile/constants/sig'
import type { Constant } from '@seccompile/constants'
import type { AbiToken } from '@seccompile/syscalls'

/** The versions of what was measured. */
export const MEASURED_WITH: Readonly<Record<'glibc' | 'musl' | 'linux' | 'qemu', string>> = {
  glibc: '2.41',
  musl: '1.2.5',
  linux: '6.18.44',
  qemu: '10.0.13',
}

/** The ABIs on which another version of glibc was measured. */
export const OTHER_GLIBC: Readonly<Partial<Record<AbiToken, string>>> = { mipsel64: '2.40', mipsel: '2.40' }

/** The ABIs on which each library was measured. */
export const MEASURED_ABIS: Readonly<Record<'glibc' | 'musl', string>> = {
  glibc: 'x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k',
  musl: 'x86_64 x86 aarch64 arm riscv64 ppc64le s390x',
}

/** The constants in the texts of calls. */
export const CONSTANTS: Readonly<Record<string, Constant>> = {
  ARCH_SET_FS,
  AT_EACCESS,
  AT_EMPTY_PATH,
  AT_FDCWD,
  AT_NO_AUTOMOUNT,
  AT_REMOVEDIR,
  AT_SYMLINK_NOFOLLOW,
  CLOCK_MONOTONIC,
  CLOCK_PROCESS_CPUTIME_ID,
  CLOCK_REALTIME_COARSE,
  CLONE_CHILD_CLEARTID,
  CLONE_CHILD_SETTID,
  CLONE_DETACHED,
  CLONE_FILES,
  CLONE_FS,
  CLONE_PARENT_SETTID,
  CLONE_SETTLS,
  CLONE_SIGHAND,
  CLONE_SYSVSEM,
  CLONE_THREAD,
  CLONE_VFORK,
  CLONE_VM,
  F_DUPFD_CLOEXEC,
  F_GETFD,
  F_GETFL,
  F_GETLK,
  F_GETLK64,
  F_SETFD,
  F_SETLK,
  F_SETLK64,
  TCGETS,
  TIOCGWINSZ,
  O_CLOEXEC,
  O_CREAT,
  O_DIRECTORY,
  O_EXCL,
  O_LARGEFILE,
  O_NOCTTY,
  O_NOFOLLOW,
  O_NONBLOCK,
  O_PATH,
  O_RDWR,
  O_TMPFILE,
  O_TRUNC,
  O_WRONLY,
  PR_GET_FP_MODE,
  PROT_BTI,
  PROT_EXEC,
  PROT_READ,
  PROT_WRITE,
  SIGCHLD,
}

/** Lines `name:libc:ABIs:calls`. Without a name, the line is of the function before. ABIs are * for the measured ones that no other line of both has. The call = has the name of the function; read-calls.ts says how others are written. */
export const ROWS: string = `
_Fork:glibc:*:clone(clone_flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD) rt_sigprocmask set_robust_list
:glibc:mipsel64 mipsel:clone(clone_flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD) set_robust_list
abort:glibc:*:getpid gettid tgkill
:musl:*:rt_sigprocmask tkill
:glibc:mipsel64 mipsel:getpid gettid rt_sigprocmask tgkill
accept:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=5)
:musl:x86 s390x:accept4(flags=0)?socketcall(call=5)
accept4:glibc:*:=
:musl:*:accept4?accept
:glibc:x86 s390x m68k:socketcall(call=18)
:musl:x86:accept4?socketcall(call=5+18)
:musl:arm s390x:=
access:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:faccessat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:faccessat(dfd=AT_FDCWD)
adjtimex:glibc:*:clock_adjtime(which_clock=0)
:musl:*:=
:glibc:x86:clock_adjtime64(which_clock=0)?clock_adjtime(which_clock=0)
:musl:x86:clock_adjtime64(which_clock=0)?adjtimex
:glibc:arm mipsel ppc m68k:clock_adjtime64?clock_adjtime(which_clock=0)
:musl:arm:clock_adjtime64?adjtimex
alarm:glibc:*:=
:musl:*:setitimer(which=0)
:glibc:aarch64 arm riscv64 loongarch64:setitimer(which=0)
bind:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=2)
:musl:x86 ppc64le s390x:bind?socketcall(call=2)
chmod:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:fchmodat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:fchmodat(dfd=AT_FDCWD)
chown:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:chown32
:musl:x86 arm:chown32
:glibc:aarch64 riscv64 loongarch64:fchownat(dfd=AT_FDCWD,flag=0)
:musl:aarch64 riscv64:fchownat(dfd=AT_FDCWD,flag=0)
clock:glibc:*:clock_gettime(which_clock=CLOCK_PROCESS_CPUTIME_ID)
:musl:*:clock_gettime(which_clock=CLOCK_PROCESS_CPUTIME_ID)
:glibc:x86 arm mipsel m68k:clock_gettime64(which_clock=CLOCK_PROCESS_CPUTIME_ID)?clock_gettime(which_clock=CLOCK_PROCESS_CPUTIME_ID)
:musl:x86 arm:clock_gettime64(which_clock=CLOCK_PROCESS_CPUTIME_ID)?clock_gettime(which_clock=CLOCK_PROCESS_CPUTIME_ID)
clock_adjtime:glibc:*:=
:musl:*:adjtimex clock_adjtime
:glibc:x86 arm mipsel ppc m68k:clock_adjtime64?clock_adjtime
:musl:x86 arm:clock_adjtime64?adjtimex;clock_adjtime
clock_getres:glibc:x86_64 aarch64 riscv64:=
:musl:x86_64 x86 aarch64 arm riscv64:=
:glibc:x86 arm:clock_getres_time64?clock_getres
clock_gettime:glibc:x86_64 aarch64 riscv64:=
:musl:x86_64 aarch64 riscv64:clock_gettime?gettimeofday
:glibc:x86 arm:clock_gettime64?clock_gettime
:musl:x86 arm:clock_gettime64?clock_gettime
clock_nanosleep:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:x86_64 x86 aarch64 arm riscv64 ppc64le s390x:=
:glibc:x86 arm mipsel ppc m68k:clock_nanosleep_time64
:musl:x86 arm:clock_nanosleep_time64?clock_nanosleep
clock_settime:glibc:*:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:clock_settime64?clock_settime
closedir:glibc:*:close
:musl:*:close munmap
:glibc:x86 arm mipsel ppc m68k:brk close
closefrom:glibc:*:close_range?getdents64;lseek;openat(dfd=AT_FDCWD,flags=O_DIRECTORY)
:glibc:x86 arm ppc64le mipsel ppc m68k:close_range?_llseek;getdents64;openat(dfd=AT_FDCWD,flags=O_DIRECTORY)
connect:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=3)
:musl:x86 ppc64le s390x:connect?socketcall(call=3)
creat:glibc:x86_64 x86 arm ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:*:open(flags=O_WRONLY|O_CREAT|O_TRUNC|O_LARGEFILE)
:glibc:x86 arm mipsel ppc m68k:openat(dfd=AT_FDCWD,flags=O_WRONLY|O_CREAT|O_TRUNC|O_LARGEFILE)
:glibc:*:openat(dfd=AT_FDCWD,flags=O_WRONLY|O_CREAT|O_TRUNC)
:musl:aarch64 riscv64:openat(dfd=AT_FDCWD,flags=O_WRONLY|O_CREAT|O_TRUNC|O_LARGEFILE)
dup2:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:dup3(flags=0)
:musl:aarch64 riscv64:dup3(flags=0)
dup2(same):glibc:*:dup2
:musl:*:dup2
:glibc:aarch64 riscv64 loongarch64:fcntl(cmd=F_GETFL)
:musl:aarch64 riscv64:fcntl(cmd=F_GETFD)
dup3:glibc:*:=
:musl:*:dup2 dup3
:musl:aarch64 riscv64:=
eaccess:glibc:*:access getegid geteuid getgid getuid newfstatat(dfd=AT_FDCWD,flag=0)
:musl:*:faccessat2(dfd=AT_FDCWD,flags=AT_EACCESS)?faccessat(dfd=AT_FDCWD);getegid;geteuid;getgid;getuid
:glibc:x86 arm m68k:access getegid32 geteuid32 getgid32 getuid32 statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)?fstatat64(dfd=AT_FDCWD,flag=0)
:musl:x86 arm:faccessat2(dfd=AT_FDCWD,flags=AT_EACCESS)?faccessat(dfd=AT_FDCWD);getegid32;geteuid32;getgid32;getuid32
:glibc:aarch64 riscv64:faccessat(dfd=AT_FDCWD) getegid geteuid getgid getuid newfstatat(dfd=AT_FDCWD,flag=0)
:glibc:loongarch64:faccessat(dfd=AT_FDCWD) getegid geteuid getgid getuid statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)
:glibc:mipsel64:access getegid geteuid getgid getuid statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)
:glibc:mipsel ppc:access getegid geteuid getgid getuid statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)?fstatat64(dfd=AT_FDCWD,flag=0)
epoll_create:glibc:*:=
:musl:*:epoll_create1(flags=0)?epoll_create
:glibc:aarch64 riscv64 loongarch64:epoll_create1(flags=0)
:musl:aarch64 riscv64:epoll_create1(flags=0)
epoll_create1:glibc:*:=
:musl:*:epoll_create1?epoll_create
:musl:aarch64 riscv64:=
epoll_wait:glibc:*:=
:musl:*:epoll_pwait?epoll_wait
:glibc:aarch64 riscv64 loongarch64:epoll_pwait
:musl:aarch64 riscv64:epoll_pwait
eventfd:glibc:*:eventfd2
:musl:*:eventfd2?eventfd
:musl:aarch64 riscv64:eventfd2
faccessat:glibc:*:faccessat2(flags=0)?faccessat
:musl:*:=
faccessat(AT_EACCESS):glibc:*:faccessat2(flags=AT_EACCESS)?faccessat
:musl:*:faccessat2(flags=AT_EACCESS)?faccessat;getegid;geteuid;getgid;getuid
:musl:x86 arm:faccessat2(flags=AT_EACCESS)?faccessat;getegid32;geteuid32;getgid32;getuid32
fchmodat(AT_SYMLINK_NOFOLLOW):glibc:x86_64:fchmodat2(flags=AT_SYMLINK_NOFOLLOW)?chmod;newfstatat(flag=AT_EMPTY_PATH);openat(flags=O_NOFOLLOW|O_CLOEXEC|O_PATH)
:musl:x86_64:fchmodat2(flags=AT_SYMLINK_NOFOLLOW)?fchmodat(dfd=AT_FDCWD);newfstatat(flag=AT_SYMLINK_NOFOLLOW);openat(flags=O_NOCTTY|O_NOFOLLOW|O_CLOEXEC|O_PATH);stat
:glibc:x86:fchmodat2(flags=AT_SYMLINK_NOFOLLOW)?chmod;openat(flags=O_NOFOLLOW|O_CLOEXEC|O_PATH);statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
:musl:x86:fchmodat2(flags=AT_SYMLINK_NOFOLLOW)?fchmodat(dfd=AT_FDCWD);openat(flags=O_NOCTTY|O_NOFOLLOW|O_CLOEXEC|O_PATH);statx(flags=AT_NO_AUTOMOUNT+AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT)
:glibc:aarch64 riscv64:fchmodat2?fchmodat(dfd=AT_FDCWD);newfstatat(flag=AT_EMPTY_PATH);openat(flags=O_NOFOLLOW|O_CLOEXEC|O_PATH)
:musl:*:fchmodat2?fchmodat(dfd=AT_FDCWD);newfstatat(flag=0+AT_SYMLINK_NOFOLLOW);openat(flags=O_NOCTTY|O_NOFOLLOW|O_CLOEXEC|O_PATH)
:glibc:*:fchmodat2?chmod;openat(flags=O_NOFOLLOW|O_CLOEXEC|O_PATH);statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
:musl:arm:fchmodat2?fchmodat(dfd=AT_FDCWD);openat(flags=O_NOCTTY|O_NOFOLLOW|O_CLOEXEC|O_PATH);statx(flags=AT_NO_AUTOMOUNT+AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT)
:glibc:loongarch64:fchmodat2?fchmodat(dfd=AT_FDCWD);openat(flags=O_NOFOLLOW|O_CLOEXEC|O_PATH);statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
:glibc:ppc64le s390x:fchmodat2?chmod;newfstatat(flag=AT_EMPTY_PATH);openat(flags=O_NOFOLLOW|O_CLOEXEC|O_PATH)
:musl:ppc64le s390x:fchmodat2?fchmodat(dfd=AT_FDCWD);newfstatat(flag=AT_SYMLINK_NOFOLLOW);openat(flags=O_NOCTTY|O_NOFOLLOW|O_CLOEXEC|O_PATH);stat
fchown:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:fchown32
:musl:x86 arm:fchown32
fclose:glibc:*:close
:musl:*:close lseek munmap
:glibc:x86 arm mipsel m68k:brk close
:musl:x86 arm ppc64le:_llseek close munmap
fcntl:glibc:*:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:fcntl64
:musl:x86 arm:fcntl64
fcntl(F_DUPFD_CLOEXEC):glibc:*:fcntl(cmd=F_DUPFD_CLOEXEC)
:musl:*:fcntl(cmd=F_SETFD+F_DUPFD_CLOEXEC)
:glibc:x86 arm mipsel ppc m68k:fcntl64(cmd=F_DUPFD_CLOEXEC)
:musl:x86 arm:fcntl64(cmd=F_SETFD+F_DUPFD_CLOEXEC)
fcntl(F_GETFL):glibc:*:fcntl(cmd=F_GETFL)
:musl:*:fcntl(cmd=F_GETFL)
:glibc:x86 arm mipsel ppc m68k:fcntl64(cmd=F_GETFL)
:musl:x86 arm:fcntl64(cmd=F_GETFL)
fcntl(F_SETLK):glibc:*:fcntl(cmd=F_SETLK)
:musl:*:fcntl(cmd=F_SETLK)
:glibc:x86 arm mipsel ppc m68k:fcntl64(cmd=F_SETLK)
:glibc:x86 arm mipsel ppc m68k:fcntl64(cmd=F_SETLK64)
:musl:x86 arm:fcntl64(cmd=F_SETLK64)
fexecve:glibc:x86_64:execveat(flags=AT_EMPTY_PATH)?execve;newfstatat(dfd=AT_FDCWD,flag=0)
:musl:x86_64 x86:execveat(flags=AT_EMPTY_PATH)?execve
:glibc:x86:execveat(flags=AT_EMPTY_PATH)?execve;statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)
:glibc:aarch64 ppc64le s390x:execveat?execve;newfstatat(dfd=AT_FDCWD,flag=0)
:musl:*:execveat?execve
:glibc:*:execveat?execve;statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)
:glibc:riscv64 loongarch64:execveat?execve;newfstatat(dfd=AT_FDCWD,flag=0);statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)
fopen:glibc:*:openat(dfd=AT_FDCWD)
:musl:*:brk ioctl mmap(prot=0+PROT_READ|PROT_WRITE) open
:musl:x86 arm:brk ioctl mmap2(prot=0+PROT_READ|PROT_WRITE) open
:musl:aarch64 riscv64:brk ioctl mmap(prot=0+PROT_READ|PROT_WRITE) openat(dfd=AT_FDCWD)
:musl:s390x:brk ioctl mmap open
fork:glibc:*:clone(clone_flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD) rt_sigprocmask set_robust_list
:musl:*:fork rt_sigprocmask set_tid_address
:musl:aarch64 riscv64:clone(clone_flags=SIGCHLD) rt_sigprocmask set_tid_address
:glibc:mipsel64 mipsel:clone(clone_flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD) set_robust_list
fread:glibc:*:fstat read
:musl:*:readv
:glibc:x86 arm mipsel ppc m68k:read statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH)
:glibc:loongarch64 mipsel64:read statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
fstat:glibc:*:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH)
:musl:x86 arm:statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstat64
:glibc:loongarch64 mipsel64:statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
fstatat:glibc:*:newfstatat
:musl:*:newfstatat
:glibc:x86 arm mipsel ppc m68k:statx?fstatat64
:musl:x86 arm:statx?fstatat64
:glibc:loongarch64 mipsel64:statx
fstatfs:glibc:x86_64 aarch64 riscv64 loongarch64 mipsel64:=
:musl:x86_64 aarch64 riscv64:=
:glibc:*:fstatfs64
:musl:*:fstatfs64
ftruncate:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:ftruncate64
:musl:x86 arm:ftruncate64
futimens:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:utimensat(flags=0)
:musl:x86_64 x86 arm ppc64le s390x:utimensat(flags=0)?futimesat
:glibc:x86:utimensat_time64(flags=0)
:musl:x86:utimensat_time64(flags=0)
:musl:*:utimensat(flags=0)
:glibc:arm mipsel ppc m68k:utimensat_time64
:musl:arm:utimensat_time64
futimes:glibc:*:utimensat(flags=0)
:musl:*:utimensat(flags=0)?futimesat
:musl:aarch64 riscv64:utimensat(flags=0)
futimesat:glibc:*:utimensat(flags=0)
:musl:*:utimensat(flags=0)?futimesat
:musl:aarch64 riscv64:utimensat(flags=0)
fwrite:glibc:*:close fstat write
:musl:*:close munmap writev
:glibc:x86 arm mipsel m68k:brk close statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH) write
:glibc:loongarch64 mipsel64:close statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH) write
:glibc:ppc:close statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH) write
getegid:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:getegid32
:musl:x86 arm:getegid32
geteuid:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:geteuid32
:musl:x86 arm:geteuid32
getgid:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:getgid32
:musl:x86 arm:getgid32
getgroups:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:getgroups32
:musl:x86 arm:getgroups32
getpeername:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=7)
:musl:x86 ppc64le s390x:getpeername?socketcall(call=7)
getpgrp:glibc:*:=
:musl:*:getpgid(pid=0)
:glibc:aarch64 riscv64 loongarch64:getpgid(pid=0)
getresgid:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:getresgid32
:musl:x86 arm:getresgid32
getresuid:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:getresuid32
:musl:x86 arm:getresuid32
getrlimit:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:prlimit64(pid=0,new_rlim=0)
:musl:*:prlimit64(pid=0,new_rlim=0)?getrlimit
:glibc:x86 arm ppc m68k:ugetrlimit
:musl:x86 arm:prlimit64(pid=0,new_rlim=0)?ugetrlimit
:glibc:mipsel:=
getsockname:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=6)
:musl:x86 ppc64le s390x:getsockname?socketcall(call=6)
getsockopt:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=15)
:musl:x86 ppc64le s390x:getsockopt?socketcall(call=15)
gettimeofday:glibc:x86_64 aarch64:=
:musl:x86_64 aarch64 riscv64:clock_gettime(which_clock=0)?gettimeofday
:glibc:x86 arm:clock_gettime64(which_clock=0)?clock_gettime(which_clock=0)
:musl:x86 arm:clock_gettime64(which_clock=0)?clock_gettime(which_clock=0)
:glibc:riscv64:clock_gettime(which_clock=0)
getuid:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:getuid32
:musl:x86 arm:getuid32
inotify_init:glibc:*:=
:musl:*:inotify_init1?inotify_init
:glibc:aarch64 riscv64 loongarch64:inotify_init1
:musl:aarch64 riscv64:inotify_init1
lchown:glibc:*:=
:musl:*:=
:glibc:x86 arm m68k:lchown32
:musl:x86 arm:lchown32
:glibc:aarch64 riscv64 loongarch64:fchownat(dfd=AT_FDCWD,flag=AT_SYMLINK_NOFOLLOW)
:musl:aarch64 riscv64:fchownat(dfd=AT_FDCWD,flag=AT_SYMLINK_NOFOLLOW)
link:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:linkat(olddfd=AT_FDCWD,newdfd=AT_FDCWD,flags=0)
:musl:aarch64 riscv64:linkat(olddfd=AT_FDCWD,newdfd=AT_FDCWD,flags=0)
listen:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=4)
:musl:x86 ppc64le s390x:listen?socketcall(call=4)
lockf:glibc:*:fcntl(cmd=F_GETLK)
:musl:*:fcntl(cmd=F_GETLK)
:glibc:x86 arm mipsel ppc m68k:fcntl64(cmd=F_GETLK)
:glibc:x86 arm mipsel ppc m68k:fcntl64(cmd=F_GETLK64)
:musl:x86 arm:fcntl64(cmd=F_GETLK64)
lseek:glibc:*:=
:musl:*:=
:glibc:x86 arm ppc64le mipsel ppc m68k:_llseek
:musl:x86 arm ppc64le:_llseek
lstat:glibc:*:newfstatat(dfd=AT_FDCWD,flag=AT_SYMLINK_NOFOLLOW)
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:statx(dfd=AT_FDCWD,flags=AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT)?fstatat64(dfd=AT_FDCWD,flag=AT_SYMLINK_NOFOLLOW)
:musl:x86 arm:statx(dfd=AT_FDCWD,flags=AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT)?lstat64
:musl:aarch64 riscv64:newfstatat(dfd=AT_FDCWD,flag=AT_SYMLINK_NOFOLLOW)
:glibc:loongarch64 mipsel64:statx(dfd=AT_FDCWD,flags=AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT)
malloc(large):glibc:*:mmap(prot=PROT_READ|PROT_WRITE)
:musl:*:brk mmap(prot=0+PROT_READ|PROT_WRITE)
:glibc:x86 arm mipsel ppc m68k:mmap2(prot=PROT_READ|PROT_WRITE)
:musl:x86 arm:brk mmap2(prot=0+PROT_READ|PROT_WRITE)
:glibc:s390x:mmap
:musl:s390x:brk mmap
mkdir:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:mkdirat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:mkdirat(dfd=AT_FDCWD)
mkfifo:glibc:*:mknodat(dfd=AT_FDCWD)
:musl:*:mknod
:musl:aarch64 riscv64:mknodat(dfd=AT_FDCWD)
mknod:glibc:*:mknodat(dfd=AT_FDCWD)
:musl:*:=
:musl:aarch64 riscv64:mknodat(dfd=AT_FDCWD)
mkstemp:glibc:*:getrandom?clock_gettime(which_clock=0) openat(dfd=AT_FDCWD,flags=O_RDWR|O_CREAT|O_EXCL)
:musl:*:clock_gettime(which_clock=0)?gettimeofday open(flags=O_RDWR|O_CREAT|O_EXCL|O_LARGEFILE)
:glibc:x86 arm mipsel ppc m68k:getrandom?clock_gettime64(which_clock=0) openat(dfd=AT_FDCWD,flags=O_RDWR|O_CREAT|O_EXCL)
:glibc:x86 arm mipsel ppc m68k:getrandom?clock_gettime64(which_clock=0) openat(dfd=AT_FDCWD,flags=O_RDWR|O_CREAT|O_EXCL|O_LARGEFILE)
:musl:x86 arm:clock_gettime64(which_clock=0)?clock_gettime(which_clock=0) open(flags=O_RDWR|O_CREAT|O_EXCL|O_LARGEFILE)
:musl:aarch64 riscv64:clock_gettime(which_clock=0)?gettimeofday openat(dfd=AT_FDCWD,flags=O_RDWR|O_CREAT|O_EXCL|O_LARGEFILE)
mmap:glibc:*:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:mmap2
:musl:x86 arm:mmap2
mq_timedreceive:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:x86_64 x86 aarch64 arm riscv64 ppc64le s390x:=
:glibc:x86 arm mipsel ppc m68k:mq_timedreceive_time64
:musl:x86 arm:mq_timedreceive_time64?mq_timedreceive
mq_timedsend:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:x86_64 x86 aarch64 arm riscv64 ppc64le s390x:=
:glibc:x86 arm mipsel ppc m68k:mq_timedsend_time64
:musl:x86 arm:mq_timedsend_time64?mq_timedsend
msgctl:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=14)
:musl:x86 ppc64le s390x:ipc(call=14)
msgget:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=13)
:musl:x86 ppc64le s390x:ipc(call=13)
msgrcv:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=12)
:musl:x86 ppc64le s390x:ipc(call=12)
msgsnd:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=11)
:musl:x86 ppc64le s390x:ipc(call=11)
nanosleep:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:clock_nanosleep(which_clock=0,flags=0)
:musl:x86_64 x86 aarch64 arm riscv64 ppc64le s390x:=
:glibc:x86:clock_nanosleep_time64(which_clock=0,flags=0)
:musl:x86:clock_nanosleep_time64(which_clock=0,flags=0)?nanosleep
:glibc:arm mipsel ppc m68k:clock_nanosleep_time64
:musl:arm:clock_nanosleep_time64?nanosleep
open:glibc:*:openat(dfd=AT_FDCWD)
:musl:*:=
:musl:aarch64 riscv64:openat(dfd=AT_FDCWD)
open(O_CREAT):glibc:*:openat(dfd=AT_FDCWD)
:musl:*:open
:musl:aarch64 riscv64:openat(dfd=AT_FDCWD)
opendir:glibc:*:fstat openat(dfd=AT_FDCWD,flags=O_NONBLOCK|O_DIRECTORY|O_CLOEXEC)
:musl:x86_64:brk fcntl(cmd=F_SETFD) mmap(prot=0+PROT_READ|PROT_WRITE) open(flags=O_LARGEFILE|O_DIRECTORY|O_CLOEXEC)
:glibc:x86 mipsel:openat(dfd=AT_FDCWD,flags=O_NONBLOCK|O_LARGEFILE|O_DIRECTORY|O_CLOEXEC) statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH)
:musl:x86:brk fcntl64(cmd=F_SETFD) mmap2(prot=0+PROT_READ|PROT_WRITE) open(flags=O_LARGEFILE|O_DIRECTORY|O_CLOEXEC)
:musl:aarch64:brk fcntl(cmd=F_SETFD) mmap(prot=0+PROT_READ|PROT_WRITE) openat(dfd=AT_FDCWD,flags=O_DIRECTORY|O_LARGEFILE|O_CLOEXEC)
:glibc:arm ppc m68k:openat(dfd=AT_FDCWD,flags=O_NONBLOCK|O_DIRECTORY|O_LARGEFILE|O_CLOEXEC) statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH)
:musl:arm:brk fcntl64(cmd=F_SETFD) mmap2(prot=0+PROT_READ|PROT_WRITE) open(flags=O_DIRECTORY|O_LARGEFILE|O_CLOEXEC)
:musl:riscv64:brk fcntl(cmd=F_SETFD) mmap(prot=0+PROT_READ|PROT_WRITE) openat(dfd=AT_FDCWD,flags=O_LARGEFILE|O_DIRECTORY|O_CLOEXEC)
:glibc:loongarch64 mipsel64:openat(dfd=AT_FDCWD,flags=O_NONBLOCK|O_DIRECTORY|O_CLOEXEC) statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
:musl:ppc64le:brk fcntl(cmd=F_SETFD) mmap(prot=0+PROT_READ|PROT_WRITE) open(flags=O_DIRECTORY|O_LARGEFILE|O_CLOEXEC)
:musl:s390x:brk fcntl(cmd=F_SETFD) mmap open(flags=O_LARGEFILE|O_DIRECTORY|O_CLOEXEC)
pause:glibc:x86_64 ppc64le mipsel64:pause rt_sigreturn
:musl:x86_64 ppc64le:pause rt_sigreturn
:glibc:*:pause sigreturn
:musl:*:pause sigreturn
:glibc:aarch64 riscv64 loongarch64:ppoll rt_sigreturn
:musl:aarch64 riscv64:ppoll rt_sigreturn
pipe:glibc:*:pipe2(flags=0)
:musl:*:=
:musl:aarch64 riscv64:pipe2(flags=0)
pipe2:glibc:*:=
:musl:*:pipe2?fcntl;pipe
:musl:x86 arm:pipe2?fcntl64;pipe
:musl:aarch64 riscv64:pipe2?fcntl
poll:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:ppoll
:musl:aarch64 riscv64:ppoll
popen:glibc:x86_64 ppc64le:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction close dup2 execve fcntl(cmd=F_SETFD) mmap(prot=PROT_READ|PROT_WRITE) munmap pipe2(flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) rt_sigprocmask wait4
:musl:*:brk clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close dup2 execve fcntl(cmd=F_SETFD) mmap(prot=0+PROT_READ|PROT_WRITE) munmap pipe2(flags=O_CLOEXEC)?pipe read rt_sigprocmask wait4
:glibc:x86 arm:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction close dup2 execve fcntl64(cmd=F_SETFD) mmap2(prot=PROT_READ|PROT_WRITE) munmap pipe2(flags=O_CLOEXEC) rt_sigprocmask ugetrlimit wait4
:musl:x86 arm:brk clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close dup2 execve fcntl64(cmd=F_SETFD) mmap2(prot=0+PROT_READ|PROT_WRITE) munmap pipe2(flags=O_CLOEXEC)?pipe read rt_sigprocmask wait4
:glibc:*:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction close dup3(flags=0) execve fcntl(cmd=F_SETFD) mmap(prot=PROT_READ|PROT_WRITE) munmap pipe2(flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) rt_sigprocmask wait4
:musl:aarch64 riscv64:brk clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close dup3(flags=0) execve fcntl(cmd=F_SETFD) mmap(prot=0+PROT_READ|PROT_WRITE) munmap pipe2(flags=O_CLOEXEC) read rt_sigprocmask wait4
:glibc:s390x:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction close dup2 execve fcntl(cmd=F_SETFD) mmap munmap pipe2(flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) rt_sigprocmask wait4
:musl:s390x:brk clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close dup2 execve fcntl(cmd=F_SETFD) mmap munmap pipe2(flags=O_CLOEXEC)?pipe read rt_sigprocmask wait4
:glibc:mipsel64:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction close dup2 execve fcntl(cmd=F_SETFD) mmap(prot=PROT_READ|PROT_WRITE|PROT_EXEC) munmap pipe2(flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) rt_sigprocmask wait4
:glibc:mipsel:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction close dup2 execve fcntl64(cmd=F_SETFD) getrlimit mmap2(prot=PROT_READ|PROT_WRITE|PROT_EXEC) munmap pipe2(flags=O_CLOEXEC) rt_sigprocmask wait4
:glibc:ppc m68k:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close dup2 execve fcntl64(cmd=F_SETFD) mmap2(prot=PROT_READ|PROT_WRITE) munmap pipe2(flags=O_CLOEXEC) rt_sigaction rt_sigprocmask ugetrlimit wait4
posix_fadvise:glibc:x86_64 x86 aarch64 riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:fadvise64
:musl:*:fadvise64
:glibc:x86 ppc m68k:fadvise64_64
:musl:x86:fadvise64_64
:glibc:arm:arm_fadvise64_64
:musl:arm:arm_fadvise64_64
posix_spawn:glibc:x86_64:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction execve exit_group mmap(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask waitid
:musl:*:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close execve exit_group fcntl(cmd=F_SETFD) pipe2(flags=O_CLOEXEC)?pipe read rt_sigprocmask wait4 write
:glibc:x86:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction execve exit_group mmap2(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask waitid
:musl:x86 arm:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close execve exit_group fcntl64(cmd=F_SETFD) pipe2(flags=O_CLOEXEC)?pipe read rt_sigprocmask wait4 write
:glibc:*:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction execve exit_group mmap(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask
:musl:aarch64 riscv64:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close execve exit_group fcntl(cmd=F_SETFD) pipe2(flags=O_CLOEXEC) read rt_sigprocmask wait4 write
:glibc:arm:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction execve exit_group mmap2(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask
:glibc:s390x:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction execve exit_group mmap munmap rt_sigprocmask
:glibc:mipsel64:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction execve exit_group mmap(prot=PROT_READ|PROT_WRITE|PROT_EXEC) munmap rt_sigprocmask
:glibc:mipsel:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD);rt_sigaction execve exit_group mmap2(prot=PROT_READ|PROT_WRITE|PROT_EXEC) munmap rt_sigprocmask
:glibc:ppc m68k:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) execve exit_group mmap2(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask
ppoll:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:x86_64 x86 aarch64 arm riscv64 ppc64le s390x:=
:glibc:x86 arm mipsel ppc m68k:ppoll_time64
:musl:x86 arm:ppoll_time64?ppoll
preadv2:glibc:*:preadv2?preadv
:musl:*:preadv
pselect:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:pselect6
:musl:x86_64 x86 aarch64 arm riscv64 ppc64le s390x:pselect6
:glibc:x86 arm mipsel ppc m68k:pselect6_time64
:musl:x86 arm:pselect6_time64?pselect6
pthread_cancel:glibc:x86_64:exit futex getpid madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rseq rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list tgkill
:musl:*:exit futex munmap pause rt_sigaction rt_sigprocmask rt_sigreturn tkill
:glibc:x86:exit futex getpid madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rseq rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list tgkill
:glibc:*:exit futex getpid madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap ppoll rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list tgkill
:musl:aarch64 riscv64:exit futex munmap ppoll rt_sigaction rt_sigprocmask rt_sigreturn tkill
:glibc:arm:exit futex getpid madvise rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list tgkill
:musl:arm ppc64le:exit futex munmap rt_sigaction rt_sigprocmask rt_sigreturn tkill
:glibc:riscv64:exit futex getpid madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap ppoll rt_sigaction rt_sigprocmask rt_sigreturn tgkill
:glibc:ppc64le:exit futex getpid madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list tgkill
:glibc:s390x:exit futex getpid madvise mmap mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list tgkill
:glibc:mipsel64:exit futex getpid madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap pause rt_sigaction rt_sigprocmask set_robust_list tgkill
:glibc:mipsel:exit futex madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask set_robust_list
:glibc:mipsel:exit futex getpid madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap pause rt_sigaction rt_sigprocmask set_robust_list tgkill
:glibc:ppc:exit futex getpid madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap pause rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list tgkill
:glibc:ppc:exit futex getpid madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask rt_sigreturn set_robust_list tgkill
:glibc:m68k:exit futex getpid madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask rt_sigreturn tgkill
pthread_cond_timedwait:glibc:*:futex
:musl:*:clock_gettime(which_clock=0)?gettimeofday futex
:musl:x86 arm:clock_gettime64(which_clock=0)?clock_gettime(which_clock=0) futex
pthread_create:glibc:x86_64:clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rseq rt_sigaction rt_sigprocmask set_robust_list
:musl:*:clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID|CLONE_DETACHED) exit futex mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask
:glibc:x86:clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rseq rt_sigaction rt_sigprocmask set_robust_list
:musl:x86 arm:clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID|CLONE_DETACHED) exit futex mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask
:glibc:*:clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:glibc:arm:clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:glibc:riscv64:clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask
:glibc:s390x:clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:musl:s390x:clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID|CLONE_DETACHED) exit futex mmap mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask
:glibc:mipsel64:clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE|PROT_EXEC) rt_sigaction rt_sigprocmask set_robust_list
:glibc:mipsel:clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE|PROT_EXEC) rt_sigaction rt_sigprocmask set_robust_list
:glibc:ppc:clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:glibc:m68k:clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask
pthread_create in a dynamic program:glibc:x86_64:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rseq rt_sigaction rt_sigprocmask set_robust_list
:musl:*:clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID|CLONE_DETACHED) exit futex membarrier mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask
:glibc:x86:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rseq rt_sigaction rt_sigprocmask set_robust_list
:musl:x86 arm:clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID|CLONE_DETACHED) exit futex membarrier mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask
:glibc:*:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:glibc:arm:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit getrandom madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:glibc:arm:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:glibc:riscv64:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask
:glibc:s390x:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:musl:s390x:clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID|CLONE_DETACHED) exit futex membarrier mmap mprotect(prot=PROT_READ|PROT_WRITE) munmap rt_sigprocmask
:glibc:mipsel64:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap(prot=0) mprotect(prot=PROT_READ|PROT_WRITE|PROT_EXEC) rt_sigaction rt_sigprocmask set_robust_list
:glibc:mipsel:brk clone3?clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE|PROT_EXEC) rt_sigaction rt_sigprocmask set_robust_list
:glibc:ppc:brk clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask set_robust_list
:glibc:m68k:brk clone(clone_flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID) exit futex getrandom madvise mmap2(prot=0) mprotect(prot=PROT_READ|PROT_WRITE) rt_sigaction rt_sigprocmask
pthread_getattr_np:glibc:*:close fstat openat(dfd=AT_FDCWD,flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) read sched_getaffinity
:musl:x86_64 x86 aarch64 riscv64 ppc64le s390x:mremap
:glibc:x86 arm m68k:brk close openat(dfd=AT_FDCWD,flags=O_CLOEXEC) read sched_getaffinity statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH) ugetrlimit
:glibc:loongarch64 mipsel64:close openat(dfd=AT_FDCWD,flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) read sched_getaffinity statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
:glibc:mipsel:brk close getrlimit openat(dfd=AT_FDCWD,flags=O_CLOEXEC) read sched_getaffinity statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH)
:glibc:ppc:close openat(dfd=AT_FDCWD,flags=O_CLOEXEC) read sched_getaffinity statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH) ugetrlimit
pthread_kill:glibc:*:getpid gettid tgkill
:musl:*:rt_sigprocmask tkill
pthread_mutex_timedlock:glibc:*:futex
:musl:*:clock_gettime(which_clock=0)?gettimeofday futex
:musl:x86 arm:clock_gettime64(which_clock=0)?clock_gettime(which_clock=0) futex
puts:glibc:*:fstat ioctl(cmd=TCGETS) write
:musl:*:ioctl(cmd=TIOCGWINSZ) writev
:glibc:x86 arm mipsel ppc m68k:ioctl(cmd=TCGETS) statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH) write
:glibc:loongarch64 mipsel64:ioctl(cmd=TCGETS) statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH) write
pwritev2:glibc:*:pwritev2?pwritev
:musl:*:pwritev
raise:glibc:*:getpid gettid tgkill
:musl:*:rt_sigprocmask tkill
readdir:glibc:*:getdents64
:musl:*:getdents64
readlink:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:readlinkat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:readlinkat(dfd=AT_FDCWD)
realpath:glibc:*:getcwd readlink
:musl:*:getcwd readlink
:glibc:aarch64 riscv64 loongarch64:getcwd readlinkat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:getcwd readlinkat(dfd=AT_FDCWD)
recv:glibc:*:recvfrom
:musl:*:recvfrom
:glibc:x86 s390x m68k:socketcall(call=10)
:musl:x86 ppc64le s390x:recvfrom?socketcall(call=12)
:glibc:arm ppc64le mipsel ppc:=
recvfrom:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=12)
:musl:x86 ppc64le s390x:recvfrom?socketcall(call=12)
recvmmsg:glibc:*:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:recvmmsg_time64?recvmmsg
:musl:x86 arm:recvmmsg_time64?recvmmsg
:glibc:m68k:recvmmsg_time64?recvmmsg socketcall(call=19)
recvmsg:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=17)
:musl:x86 ppc64le s390x:recvmsg?socketcall(call=17)
remove(directory):glibc:*:rmdir unlink
:musl:*:rmdir unlink
:glibc:aarch64 riscv64 loongarch64:unlinkat(dfd=AT_FDCWD,flag=0+AT_REMOVEDIR)
:musl:aarch64 riscv64:unlinkat(dfd=AT_FDCWD,flag=0+AT_REMOVEDIR)
remove(file):glibc:*:unlink
:musl:*:unlink
:glibc:aarch64 riscv64 loongarch64:unlinkat(dfd=AT_FDCWD,flag=0)
:musl:aarch64 riscv64:unlinkat(dfd=AT_FDCWD,flag=0)
rename:glibc:*:=
:musl:*:=
:glibc:aarch64:renameat(olddfd=AT_FDCWD,newdfd=AT_FDCWD)
:musl:aarch64:renameat(olddfd=AT_FDCWD,newdfd=AT_FDCWD)
:glibc:riscv64 loongarch64:renameat2(olddfd=AT_FDCWD,newdfd=AT_FDCWD,flags=0)
:musl:riscv64:renameat2(olddfd=AT_FDCWD,newdfd=AT_FDCWD,flags=0)
renameat:glibc:*:=
:musl:*:=
:glibc:riscv64 loongarch64:renameat2(flags=0)
:musl:riscv64:renameat2(flags=0)
return from a handler:glibc:*:getpid kill rt_sigreturn
:musl:*:getpid kill rt_sigreturn
:glibc:x86 arm s390x mipsel ppc m68k:getpid kill sigreturn
:musl:x86 arm s390x:getpid kill sigreturn
rmdir:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:unlinkat(dfd=AT_FDCWD,flag=AT_REMOVEDIR)
:musl:aarch64 riscv64:unlinkat(dfd=AT_FDCWD,flag=AT_REMOVEDIR)
sched_getcpu:glibc:x86_64 x86:
:musl:x86_64 x86 aarch64 arm riscv64:getcpu
:glibc:aarch64 arm riscv64:getcpu
sched_rr_get_interval:glibc:*:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:sched_rr_get_interval_time64?sched_rr_get_interval
select:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:pselect6
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:pselect6_time64
:musl:x86 arm:pselect6_time64?_newselect
:musl:x86 arm ppc64le:_newselect
:musl:aarch64 riscv64:pselect6
sem_timedwait:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:futex
:musl:*:clock_gettime(which_clock=0)?gettimeofday futex
:glibc:x86 arm mipsel ppc m68k:futex_time64
:musl:x86 arm:clock_gettime64(which_clock=0)?clock_gettime(which_clock=0) futex_time64?futex
:musl:x86 arm:clock_gettime64(which_clock=0)?clock_gettime(which_clock=0) futex
semctl:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=3)
:musl:x86 ppc64le s390x:ipc(call=3)
semget:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=2)
:musl:x86 ppc64le s390x:ipc(call=2)
semop:glibc:*:semtimedop
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=4)
:musl:x86 ppc64le s390x:ipc(call=1)
semtimedop:glibc:x86_64 aarch64 arm riscv64 loongarch64 mipsel64:=
:musl:x86_64 aarch64 arm riscv64:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=4)
:glibc:x86 arm mipsel ppc m68k:semtimedop_time64
:musl:x86:semtimedop_time64?ipc(call=4)
:musl:x86 ppc64le s390x:ipc(call=4)
:musl:arm:semtimedop_time64
send:glibc:*:sendto
:musl:*:sendto
:glibc:x86 s390x m68k:socketcall(call=9)
:musl:x86 ppc64le s390x:sendto?socketcall(call=11)
:glibc:arm ppc64le mipsel ppc:=
sendfile:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:sendfile64
:musl:x86 arm:sendfile64
sendmmsg:glibc:*:=
:musl:*:sendmsg
:musl:x86 arm:=
:glibc:s390x m68k:socketcall(call=20)
sendmsg:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=16)
:musl:x86 ppc64le s390x:sendmsg?socketcall(call=16)
sendto:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=11)
:musl:x86 ppc64le s390x:sendto?socketcall(call=11)
seteuid:glibc:*:setresuid
:musl:*:rt_sigprocmask setresuid
:glibc:x86 arm m68k:setresuid32
:musl:x86 arm:rt_sigprocmask setresuid32
setgid:glibc:*:=
:musl:*:rt_sigprocmask setgid
:glibc:x86 arm m68k:setgid32
:musl:x86 arm:rt_sigprocmask setgid32
setgroups:glibc:*:=
:musl:*:rt_sigprocmask setgroups
:glibc:x86 arm m68k:setgroups32
:musl:x86 arm:rt_sigprocmask setgroups32
setregid:glibc:*:=
:musl:*:rt_sigprocmask setregid
:glibc:x86 arm m68k:setregid32
:musl:x86 arm:rt_sigprocmask setregid32
setresgid:glibc:*:=
:musl:*:rt_sigprocmask setresgid
:glibc:x86 arm m68k:setresgid32
:musl:x86 arm:rt_sigprocmask setresgid32
setresuid:glibc:*:=
:musl:*:rt_sigprocmask setresuid
:glibc:x86 arm m68k:setresuid32
:musl:x86 arm:rt_sigprocmask setresuid32
setreuid:glibc:*:=
:musl:*:rt_sigprocmask setreuid
:glibc:x86 arm m68k:setreuid32
:musl:x86 arm:rt_sigprocmask setreuid32
setrlimit:glibc:*:prlimit64(pid=0)
:musl:*:prlimit64(pid=0)?setrlimit
setsockopt:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=14)
:musl:x86 ppc64le s390x:setsockopt?socketcall(call=14)
settimeofday:glibc:*:clock_settime(which_clock=0)
:musl:*:clock_settime(which_clock=0)
:glibc:x86:clock_settime64(which_clock=0)?clock_settime(which_clock=0)
:glibc:arm mipsel ppc m68k:clock_settime64?clock_settime(which_clock=0)
setuid:glibc:*:=
:musl:*:rt_sigprocmask setuid
:glibc:x86 arm m68k:setuid32
:musl:x86 arm:rt_sigprocmask setuid32
shm_open:glibc:*:openat(dfd=AT_FDCWD)
:musl:*:open
:musl:aarch64 riscv64:openat(dfd=AT_FDCWD)
shmat:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=21)
:musl:x86 ppc64le s390x:ipc(call=21)
shmctl:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=24)
:musl:x86 ppc64le s390x:ipc(call=24)
shmdt:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=22)
:musl:x86 ppc64le s390x:ipc(call=22)
shmget:glibc:*:=
:musl:*:=
:glibc:x86 ppc64le s390x mipsel ppc m68k:ipc(call=23)
:musl:x86 ppc64le s390x:ipc(call=23)
shutdown:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=13)
:musl:x86 ppc64le s390x:shutdown?socketcall(call=13)
sigaction:glibc:*:rt_sigaction
:musl:*:rt_sigaction rt_sigprocmask
signal:glibc:*:rt_sigaction
:musl:*:rt_sigaction rt_sigprocmask
signalfd:glibc:*:signalfd4
:musl:*:signalfd4?fcntl;signalfd
:musl:x86 arm:signalfd4?fcntl64;signalfd
:musl:aarch64 riscv64:signalfd4?fcntl
sigsuspend:glibc:*:rt_sigreturn rt_sigsuspend
:musl:*:rt_sigreturn rt_sigsuspend
:glibc:x86 arm s390x mipsel ppc m68k:rt_sigsuspend sigreturn
:musl:x86 arm s390x:rt_sigsuspend sigreturn
sigtimedwait:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:rt_sigtimedwait
:musl:*:rt_sigtimedwait
:glibc:x86 arm mipsel ppc m68k:rt_sigtimedwait_time64
sleep:glibc:*:clock_nanosleep(which_clock=0,flags=0)
:musl:*:nanosleep
socket:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=1)
:musl:x86 ppc64le s390x:socket?socketcall(call=1)
socketpair:glibc:*:=
:musl:*:=
:glibc:x86 s390x m68k:socketcall(call=8)
:musl:x86 ppc64le s390x:socketpair?socketcall(call=8)
splice:glibc:*:pipe2(flags=0) splice write
:musl:*:pipe splice write
:musl:aarch64 riscv64:pipe2(flags=0) splice write
start of a dynamic program:glibc:x86_64:access arch_prctl(option=ARCH_SET_FS) brk close fstat mmap(prot=PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=PROT_READ) munmap openat(dfd=AT_FDCWD,flags=O_CLOEXEC) pread64 prlimit64(pid=0,new_rlim=0) read rseq set_robust_list set_tid_address
:musl:x86_64:arch_prctl(option=ARCH_SET_FS) brk mmap(prot=0) mprotect(prot=PROT_READ) set_tid_address
:glibc:x86:access brk close mmap2(prot=PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=PROT_READ) munmap openat(dfd=AT_FDCWD,flags=O_LARGEFILE|O_CLOEXEC) read rseq set_robust_list set_thread_area set_tid_address statx(flags=AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH) ugetrlimit
:musl:x86:brk mmap2(prot=0) mprotect(prot=PROT_READ) set_thread_area?modify_ldt set_tid_address
:glibc:aarch64:brk close faccessat(dfd=AT_FDCWD) fstat mmap(prot=0+PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC+PROT_READ|PROT_EXEC|PROT_BTI) mprotect(prot=0+PROT_READ) munmap newfstatat(dfd=AT_FDCWD,flag=0) openat(dfd=AT_FDCWD,flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) read rseq set_robust_list set_tid_address uname
:musl:*:brk mmap(prot=0) mprotect(prot=PROT_READ) set_tid_address
:glibc:*:access brk close mmap2(prot=0+PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=0+PROT_READ) munmap openat(dfd=AT_FDCWD,flags=O_LARGEFILE|O_CLOEXEC) read rseq set_robust_list set_tid_address statx(flags=AT_NO_AUTOMOUNT+AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH) ugetrlimit
:musl:arm:brk mmap2(prot=0) mprotect(prot=PROT_READ) set_tid_address
:glibc:riscv64:brk close faccessat(dfd=AT_FDCWD) fstat mmap(prot=PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=PROT_READ) munmap newfstatat(dfd=AT_FDCWD,flag=0) openat(dfd=AT_FDCWD,flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) read riscv_hwprobe rseq set_robust_list set_tid_address
:glibc:loongarch64:brk close faccessat(dfd=AT_FDCWD) mmap(prot=0+PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=0+PROT_READ) munmap openat(dfd=AT_FDCWD,flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) read rseq set_robust_list set_tid_address statx(flags=AT_NO_AUTOMOUNT+AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
:glibc:ppc64le:access brk close fstat mmap(prot=0+PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=0+PROT_READ) munmap newfstatat(dfd=AT_FDCWD,flag=0) openat(dfd=AT_FDCWD,flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) read rseq set_robust_list set_tid_address
:glibc:s390x:access brk close fstat mmap mprotect(prot=PROT_READ) munmap newfstatat(dfd=AT_FDCWD,flag=0) openat(dfd=AT_FDCWD,flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) read rseq set_robust_list set_tid_address
:musl:s390x:brk mmap mprotect(prot=PROT_READ) set_tid_address
:glibc:mipsel64:access brk close lseek mmap(prot=0+PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=0+PROT_READ) munmap openat(dfd=AT_FDCWD,flags=O_CLOEXEC) prlimit64(pid=0,new_rlim=0) read rseq set_robust_list set_thread_area set_tid_address statx(flags=AT_NO_AUTOMOUNT+AT_NO_AUTOMOUNT|AT_EMPTY_PATH)
:glibc:mipsel:_llseek access brk close getrlimit mmap2(prot=0+PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=0+PROT_READ) munmap openat(dfd=AT_FDCWD,flags=O_LARGEFILE|O_CLOEXEC) prctl(option=PR_GET_FP_MODE) read rseq set_robust_list set_thread_area set_tid_address statx(flags=AT_NO_AUTOMOUNT+AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH)
:glibc:m68k:access brk close get_thread_area mmap2(prot=0+PROT_READ+PROT_READ|PROT_WRITE+PROT_READ|PROT_EXEC) mprotect(prot=0+PROT_READ) munmap openat(dfd=AT_FDCWD,flags=O_LARGEFILE|O_CLOEXEC) read set_robust_list set_thread_area set_tid_address statx(flags=AT_NO_AUTOMOUNT+AT_NO_AUTOMOUNT|AT_EMPTY_PATH)?fstatat64(flag=AT_EMPTY_PATH) ugetrlimit
start of a static program:glibc:x86_64:arch_prctl(option=ARCH_SET_FS) brk getrandom?clock_gettime(which_clock=CLOCK_MONOTONIC) mprotect(prot=PROT_READ) prlimit64(pid=0,new_rlim=0) readlinkat(dfd=AT_FDCWD) rseq set_robust_list set_tid_address
:musl:x86_64:arch_prctl(option=ARCH_SET_FS) set_tid_address
:glibc:x86:brk getrandom?clock_gettime64(which_clock=CLOCK_MONOTONIC) mprotect(prot=PROT_READ) readlinkat(dfd=AT_FDCWD) rseq set_robust_list set_thread_area set_tid_address ugetrlimit
:musl:x86:set_thread_area?modify_ldt set_tid_address
:glibc:aarch64:brk getrandom?clock_gettime(which_clock=CLOCK_MONOTONIC) mprotect(prot=PROT_READ) prlimit64(pid=0,new_rlim=0) readlinkat(dfd=AT_FDCWD) rseq set_robust_list set_tid_address uname
:musl:*:set_tid_address
:glibc:arm ppc:brk getrandom?clock_gettime64(which_clock=CLOCK_MONOTONIC) mprotect(prot=PROT_READ) readlinkat(dfd=AT_FDCWD) rseq set_robust_list set_tid_address ugetrlimit
:glibc:riscv64:brk getrandom?clock_gettime(which_clock=CLOCK_MONOTONIC) mprotect(prot=PROT_READ) prlimit64(pid=0,new_rlim=0) readlinkat(dfd=AT_FDCWD) riscv_hwprobe rseq set_robust_list set_tid_address
:glibc:*:brk getrandom?clock_gettime(which_clock=CLOCK_MONOTONIC) mprotect(prot=PROT_READ) prlimit64(pid=0,new_rlim=0) readlinkat(dfd=AT_FDCWD) rseq set_robust_list set_tid_address
:glibc:mipsel64:brk getrandom?clock_gettime(which_clock=CLOCK_MONOTONIC) prlimit64(pid=0,new_rlim=0) readlinkat(dfd=AT_FDCWD) rseq set_robust_list set_thread_area set_tid_address
:glibc:mipsel:brk getrandom?clock_gettime64(which_clock=CLOCK_MONOTONIC) getrlimit readlinkat(dfd=AT_FDCWD) rseq set_robust_list set_thread_area set_tid_address
:glibc:m68k:brk get_thread_area getrandom?clock_gettime64(which_clock=CLOCK_MONOTONIC) mprotect(prot=PROT_READ) readlinkat(dfd=AT_FDCWD) set_robust_list set_thread_area set_tid_address ugetrlimit
stat:glibc:*:newfstatat(dfd=AT_FDCWD,flag=0)
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)?fstatat64(dfd=AT_FDCWD,flag=0)
:musl:x86 arm:statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)?stat64
:musl:aarch64 riscv64:newfstatat(dfd=AT_FDCWD,flag=0)
:glibc:loongarch64 mipsel64:statx(dfd=AT_FDCWD,flags=AT_NO_AUTOMOUNT)
statfs:glibc:x86_64 aarch64 riscv64 loongarch64 mipsel64:=
:musl:x86_64 aarch64 riscv64:=
:glibc:*:statfs64
:musl:*:statfs64
statvfs:glibc:x86_64 aarch64 riscv64 loongarch64 mipsel64:statfs
:musl:x86_64 aarch64 riscv64:statfs
:glibc:*:statfs64
:musl:*:statfs64
statx:glibc:*:statx?newfstatat
:musl:*:statx?lstat;newfstatat
:glibc:x86 arm mipsel ppc m68k:statx?fstatat64
:musl:x86 arm:statx?fstatat64;lstat64
:musl:aarch64 riscv64:statx?newfstatat
symlink:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:symlinkat(newdfd=AT_FDCWD)
:musl:aarch64 riscv64:symlinkat(newdfd=AT_FDCWD)
sync_file_range:glibc:*:=
:musl:*:=
:glibc:arm:arm_sync_file_range
:musl:arm:arm_sync_file_range
:glibc:ppc64le ppc:sync_file_range2
:musl:ppc64le:sync_file_range2
sysconf(_SC_NPROCESSORS_ONLN):glibc:*:close openat(dfd=AT_FDCWD,flags=O_CLOEXEC)?sched_getaffinity read
:musl:*:sched_getaffinity
system:glibc:*:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) execve mmap(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask wait4
:musl:*:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close execve fcntl(cmd=F_SETFD) pipe2(flags=O_CLOEXEC)?pipe read rt_sigaction rt_sigprocmask wait4
:glibc:x86 arm:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) execve mmap2(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask wait4
:musl:x86 arm:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close execve fcntl64(cmd=F_SETFD) pipe2(flags=O_CLOEXEC)?pipe read rt_sigaction rt_sigprocmask wait4
:musl:aarch64 riscv64:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) close execve fcntl(cmd=F_SETFD) pipe2(flags=O_CLOEXEC) read rt_sigaction rt_sigprocmask wait4
:glibc:s390x:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) execve mmap munmap rt_sigaction rt_sigprocmask wait4
:glibc:mipsel64:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) execve mmap(prot=PROT_READ|PROT_WRITE|PROT_EXEC) munmap rt_sigaction rt_sigprocmask wait4
:glibc:mipsel:clone3?clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) execve mmap2(prot=PROT_READ|PROT_WRITE|PROT_EXEC) munmap rt_sigaction rt_sigprocmask wait4
:glibc:ppc m68k:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD) execve mmap2(prot=PROT_READ|PROT_WRITE) munmap rt_sigaction rt_sigprocmask wait4
tcgetattr:glibc:*:ioctl(cmd=TCGETS)
:musl:*:ioctl(cmd=TCGETS)
time:glibc:x86_64:=
:musl:x86_64 aarch64 riscv64:clock_gettime(which_clock=0)?gettimeofday
:glibc:x86 arm:clock_gettime64(which_clock=CLOCK_REALTIME_COARSE)?clock_gettime(which_clock=CLOCK_REALTIME_COARSE)
:musl:x86 arm:clock_gettime64(which_clock=0)?clock_gettime(which_clock=0)
:glibc:aarch64 riscv64:clock_gettime(which_clock=CLOCK_REALTIME_COARSE)
timer_gettime:glibc:*:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:timer_gettime64?timer_gettime
:musl:x86 arm:timer_gettime64?timer_gettime
timer_settime:glibc:*:=
:musl:x86_64 x86 aarch64 arm riscv64 ppc64le s390x:=
:glibc:x86 arm mipsel ppc m68k:timer_settime64?timer_settime
:musl:x86 arm:timer_settime64
timerfd_gettime:glibc:*:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:timerfd_gettime64?timerfd_gettime
:musl:x86 arm:timerfd_gettime64?timerfd_gettime
timerfd_settime:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:x86_64 x86 aarch64 arm riscv64 ppc64le s390x:=
:glibc:x86 arm mipsel ppc m68k:timerfd_settime64
:musl:x86 arm:timerfd_settime64
tmpfile:glibc:x86_64:fcntl(cmd=F_GETFL) openat(dfd=AT_FDCWD,flags=O_RDWR|O_EXCL|O_TMPFILE)
:musl:*:brk clock_gettime(which_clock=0)?gettimeofday ioctl(cmd=TIOCGWINSZ) mmap(prot=0+PROT_READ|PROT_WRITE) open(flags=O_RDWR|O_CREAT|O_EXCL|O_LARGEFILE) unlink
:glibc:x86:fcntl64(cmd=F_GETFL) openat(dfd=AT_FDCWD,flags=O_RDWR|O_EXCL|O_TMPFILE)
:glibc:x86:fcntl64(cmd=F_GETFL) openat(dfd=AT_FDCWD,flags=O_RDWR|O_EXCL|O_LARGEFILE|O_TMPFILE)
:musl:x86 arm:brk clock_gettime64(which_clock=0)?clock_gettime(which_clock=0) ioctl(cmd=TIOCGWINSZ) mmap2(prot=0+PROT_READ|PROT_WRITE) open(flags=O_RDWR|O_CREAT|O_EXCL|O_LARGEFILE) unlink
:glibc:*:fcntl(cmd=F_GETFL) openat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:brk clock_gettime(which_clock=0)?gettimeofday ioctl(cmd=TIOCGWINSZ) mmap(prot=0+PROT_READ|PROT_WRITE) openat(dfd=AT_FDCWD,flags=O_RDWR|O_CREAT|O_EXCL|O_LARGEFILE) unlinkat(dfd=AT_FDCWD,flag=0)
:glibc:arm mipsel ppc m68k:fcntl64(cmd=F_GETFL) openat(dfd=AT_FDCWD)
:musl:s390x:brk clock_gettime(which_clock=0)?gettimeofday ioctl(cmd=TIOCGWINSZ) mmap open(flags=O_RDWR|O_CREAT|O_EXCL|O_LARGEFILE) unlink
truncate:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:*:=
:glibc:x86 arm mipsel ppc m68k:truncate64
:musl:x86 arm:truncate64
unlink:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64:unlinkat(dfd=AT_FDCWD,flag=0)
:musl:aarch64 riscv64:unlinkat(dfd=AT_FDCWD,flag=0)
usleep:glibc:*:clock_nanosleep(which_clock=0,flags=0)
:musl:*:nanosleep
utime:glibc:*:utimensat(dfd=AT_FDCWD,flags=0)
:musl:*:utimensat(dfd=AT_FDCWD,flags=0)?futimesat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:utimensat(dfd=AT_FDCWD,flags=0)
utime(times):glibc:*:utimensat(dfd=AT_FDCWD,flags=0)
:musl:*:utimensat(dfd=AT_FDCWD,flags=0)?futimesat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:utimensat(dfd=AT_FDCWD,flags=0)
utimensat:glibc:x86_64 x86 aarch64 arm riscv64 loongarch64 ppc64le s390x mipsel64 mipsel ppc m68k:=
:musl:x86_64 x86 arm ppc64le s390x:utimensat?futimesat
:glibc:x86 arm mipsel ppc m68k:utimensat_time64
:musl:x86 arm:utimensat_time64
:musl:*:=
utimes:glibc:*:utimensat(dfd=AT_FDCWD,flags=0)
:musl:*:utimensat(dfd=AT_FDCWD,flags=0)?futimesat(dfd=AT_FDCWD)
:musl:aarch64 riscv64:utimensat(dfd=AT_FDCWD,flags=0)
vfork:glibc:*:=
:musl:*:=
:glibc:aarch64 riscv64 loongarch64 mipsel64 mipsel:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD)
:musl:aarch64 riscv64:clone(clone_flags=CLONE_VM|CLONE_VFORK|SIGCHLD)
:musl:ppc64le:fork
`
