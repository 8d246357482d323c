/**
 * A source tree of a few lines, in the form of the kernel's headers. The numbers are the kernel's; the lines are ours, and
 * the version is made up.
 */
const arch = (name, files) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`arch/${name}/include/${path}`, text]))

const TYPES = `
typedef unsigned char __u8; typedef signed char __s8; typedef unsigned short __u16; typedef short __s16;
typedef unsigned int __u32; typedef int __s32; typedef unsigned long long __u64; typedef long long __s64;
typedef long long __kernel_loff_t; typedef int __kernel_pid_t; typedef unsigned long __kernel_size_t;
`
const IOC = `
#define _IOC(dir, type, nr, size) (((dir) << _IOC_DIRSHIFT) | ((type) << 8) | (nr) | ((size) << 16))
#define _IOR(type, nr, size) _IOC(_IOC_READ, (type), (nr), sizeof(size))
`

export const EXCERPT = {
  Makefile: 'VERSION = 9\nPATCHLEVEL = 8\nSUBLEVEL = 7\n',
  'include/uapi/asm-generic/errno.h': '#define EOPNOTSUPP 95\n#define ENOSYS 38\n',
  'include/uapi/asm-generic/fcntl.h': '#define O_CLOEXEC 02000000\n#define O_NONBLOCK 00004000\n',
  'include/uapi/asm-generic/ioctl.h': `#define _IOC_DIRSHIFT 30\n#define _IOC_READ 2U\n${IOC}`,
  'include/uapi/asm-generic/mman.h': '#define MAP_ANONYMOUS 0x20\n',
  'include/uapi/asm-generic/socket.h': `
#define SO_RCVTIMEO_OLD 20
#define SO_RCVTIMEO_NEW 66
#if defined(__LP64__) || (defined(__x86_64__) && defined(__ILP32__))
#define SO_RCVTIMEO SO_RCVTIMEO_OLD
#else
#define SO_RCVTIMEO (sizeof(time_t) == sizeof(long) ? SO_RCVTIMEO_OLD : SO_RCVTIMEO_NEW)
#endif
`,
  'include/uapi/linux/types.h': TYPES,
  'include/uapi/linux/fcntl.h': '#include <linux/types.h>\n#include <asm/fcntl.h>\n#define AT_FDCWD -100\n',
  'include/uapi/linux/fs.h': '#include <asm/ioctl.h>\n#define FS_IOC_GETFLAGS _IOR(0x66, 1, long)\n',
  'include/uapi/linux/ptrace.h': '#define PTRACE_PEEKUSR 3\n#define PTRACE_POKEUSR 6\n',
  'include/uapi/linux/sched.h': `
#define CLONE_IO 0x80000000
#define CLONE_INTO_CGROUP 0x200000000ULL
#define CLONE_ARGS_SIZE_VER0 64
#define SCHED_NORMAL 0
`,
  'include/uapi/linux/bpf.h': `
enum bpf_cmd { BPF_MAP_CREATE, BPF_PROG_LOAD };
enum bpf_map_type { BPF_MAP_TYPE_UNSPEC, BPF_MAP_TYPE_HASH };
`,
  'include/linux/socket.h': '/* lines */\n#define AF_UNIX\t1\t/* a comment */\n#define AF_MAX 2\n',
  'include/linux/net.h': `
enum sock_type { SOCK_STREAM = 1, SOCK_DGRAM = 2 };
#define SOCK_TYPE_MASK 0xf
#define SOCK_CLOEXEC O_CLOEXEC
enum sock_shutdown_cmd {
  SHUT_RD, /* 0 */
  SHUT_WR,
};
`,
  ...arch('x86', { 'uapi/asm/prctl.h': '#define ARCH_SET_FS 0x1002\n' }),
  ...arch('mips', {
    'uapi/asm/errno.h': '#define EOPNOTSUPP 122\n#define ENOSYS 89\n',
    'uapi/asm/ioctl.h': `#define _IOC_DIRSHIFT 29\n#define _IOC_READ 2U\n${IOC}`,
    'asm/socket.h': `
enum sock_type { SOCK_DGRAM = 1, SOCK_STREAM = 2 };
#define SOCK_TYPE_MASK 0xf
#define SOCK_CLOEXEC O_CLOEXEC
`,
  }),
}
