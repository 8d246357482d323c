/**
 * The headers that are read, and how a source tree is made fit for a compiler that knows nothing of the kernel.
 *
 * `make headers` would do most of this, but it wants a whole tree and one architecture at a time. Three things suffice:
 * the wrappers that Kbuild makes for headers which an architecture takes from asm-generic; stand-ins for headers that the
 * kernel strips or that a C library has; and the lines of headers outside uapi whose constants programs pass all the same.
 *
 * @see scripts/headers_install.sh, scripts/Makefile.asm-headers
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BY_HAND } from './families.mjs'

/**
 * Headers of include/uapi, in the order in which they are included. The first defines the length of a `long`: the
 * headers of mips and others use it without including it.
 */
const HEADERS = `
  linux/types.h asm/errno.h asm/fcntl.h asm/ioctls.h asm/mman.h asm/poll.h asm/signal.h asm/socket.h asm/sockios.h asm/termbits.h
  asm/ptrace.h asm/prctl.h
  linux/aio_abi.h linux/blktrace_api.h linux/blkzoned.h linux/bpf.h linux/close_range.h linux/dma-buf.h linux/eventfd.h linux/eventpoll.h
  linux/fadvise.h linux/falloc.h linux/fanotify.h linux/fcntl.h linux/fiemap.h linux/fs.h linux/fscrypt.h
  linux/fsverity.h linux/fuse.h linux/futex.h linux/if.h linux/if_tun.h linux/in.h linux/in6.h linux/inotify.h
  linux/io_uring.h linux/ioctl.h linux/ioprio.h linux/ipc.h linux/kcmp.h linux/kd.h linux/kexec.h linux/keyctl.h
  linux/kvm.h linux/landlock.h linux/loop.h linux/membarrier.h linux/memfd.h linux/mempolicy.h linux/mman.h
  linux/module.h linux/mount.h linux/mqueue.h linux/msg.h linux/net.h linux/netlink.h linux/nsfs.h linux/openat2.h
  linux/perf_event.h linux/personality.h linux/pidfd.h linux/poll.h linux/prctl.h linux/ptrace.h linux/quota.h
  linux/random.h linux/reboot.h linux/resource.h linux/rseq.h linux/sched.h linux/seccomp.h linux/sem.h linux/serial.h linux/shm.h
  linux/signal.h linux/signalfd.h linux/socket.h linux/sockios.h linux/stat.h linux/tcp.h linux/termios.h linux/time.h
  linux/timerfd.h linux/tiocl.h linux/userfaultfd.h linux/utime.h linux/vhost.h linux/vt.h linux/wait.h linux/xattr.h
`
  .trim()
  .split(/\s+/)

/** Stand-ins for headers that the kernel strips, and for headers of a C library. */
const STAND_INS = {
  'linux/compiler.h': '',
  'linux/compiler_types.h': '',
  'linux/version.h': '',
  'stddef.h': '',
  'string.h': '',
  'unistd.h': '',
  'stdint.h': [
    '#include <linux/types.h>',
    ...[8, 16, 32, 64].map((n) => `typedef __u${n} uint${n}_t; typedef __s${n} int${n}_t;`),
    'typedef unsigned long uintptr_t;',
    '',
  ].join('\n'),
  'sys/socket.h': 'struct sockaddr { unsigned short sa_family; char sa_data[14]; };\n',
}

/** The words that the kernel defines away when it installs its headers. */
const WORDS = ['__user=', '__force=', '__attribute_const__=', '__packed=__attribute__((packed))']

/** Headers outside uapi, and the names that are taken from them. `{ARCH}` is the architecture; an absent file is skipped. */
const OUTSIDE = [
  ['include/linux/socket.h', /^(AF|SOL|MSG)_/],
  ['arch/{ARCH}/include/asm/socket.h', /^SOCK_/, 'arch/socket.h'],
  ['include/linux/net.h', /^SOCK_(TYPE_MASK|CLOEXEC|NONBLOCK)$/],
  ['include/linux/fs.h', /^(MNT_(FORCE|DETACH|EXPIRE)|UMOUNT_\w+)$/],
  ['include/linux/splice.h', /^SPLICE_F_/],
  ['include/linux/swap.h', /^SWAP_FLAG_/],
  ['include/linux/syslog.h', /^SYSLOG_ACTION_/],
]

/** Enums outside uapi. The `sock_type` of an architecture takes the place of the common one. */
const OUTSIDE_ENUMS = [
  ['sock_type', 'arch/{ARCH}/include/asm/socket.h', 'arch/socket.h'],
  ['sock_type', 'include/linux/net.h'],
  ['sock_shutdown_cmd', 'include/linux/net.h'],
]

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ' ')

/** The lines of headers outside uapi, with line markers that name their headers, and the constants by hand. */
function linesOutside(tree, arch, archTree) {
  const texts = new Map()
  const read = (path) => {
    const file = join(path.includes('{ARCH}') ? archTree : tree, path.replace('{ARCH}', arch))
    if (!texts.has(file)) texts.set(file, existsSync(file) ? withoutComments(readFileSync(file, 'utf8')) : '')
    return texts.get(file)
  }
  const out = []
  for (const [path, match, shown = path] of OUTSIDE) {
    for (const [, name, value] of read(path).matchAll(/^#[ \t]*define[ \t]+(\w+)[ \t]+([^\n\\]+)$/gm))
      if (match.test(name))
        out.push(`#ifndef ${name}`, `#line 1 "${shown}"`, `#define ${name} ${value.trim()}`, '#endif')
  }
  const seen = new Set()
  for (const [name, path, shown = path] of OUTSIDE_ENUMS) {
    const body = new RegExp(`enum\\s+${name}\\s*\\{([^}]*)\\}`).exec(read(path))?.[1]
    if (body === undefined || seen.has(name)) continue
    seen.add(name)
    out.push(`#line 1 "${shown}"`, `enum ${name} { ${body.replace(/\s+/g, ' ')} };`)
  }
  // Types of the C library that some requests of ioctl encode.
  for (const type of ['loff_t', 'pid_t', 'size_t']) out.push(`typedef __kernel_${type} ${type};`)
  return [...out, '#line 1 "by-hand"', BY_HAND].join('\n')
}

/**
 * Makes `folder` the first place to look for the headers of `arch`. Yields the compiler options for that, and the
 * text that includes all headers. `archTree` is the source tree with the headers of the architecture.
 */
export function prepareHeaders(tree, arch, folder, archTree = tree) {
  const uapi = join(tree, 'include/uapi')
  const own = join(archTree, 'arch', arch, 'include/uapi')
  if (!existsSync(join(uapi, 'asm-generic')) || !existsSync(own))
    throw new Error(`${archTree}: has no include/uapi, or none for ${arch}; is it a kernel source tree?`)
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(STAND_INS)) put(path, text)
  for (const name of readdirSync(join(uapi, 'asm-generic')))
    if (name.endsWith('.h') && !existsSync(join(own, 'asm', name)))
      put(`asm/${name}`, `#include <asm-generic/${name}>\n`)
  put('seccompile/outside.h', linesOutside(tree, arch, archTree))

  const folders = [folder, own, uapi]
  // linux/kvm.h includes asm/kvm.h, which only architectures with KVM have.
  const isThere = (path) => folders.some((place) => existsSync(join(place, path)))
  const present = HEADERS.filter((path) => isThere(path) && (path !== 'linux/kvm.h' || isThere('asm/kvm.h')))
  return {
    options: ['-nostdinc', ...WORDS.map((word) => `-D${word}`), ...folders.flatMap((place) => ['-I', place])],
    text: [...present, 'seccompile/outside.h'].map((path) => `#include <${path}>\n`).join(''),
    nameOf: (file) => {
      for (const place of folders) if (file.startsWith(`${place}/`)) return file.slice(place.length + 1)
      return file
    },
  }
}
