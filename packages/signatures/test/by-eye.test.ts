/*
 * Signatures that a person read in the source of Linux 6.12, without the generator: the SYSCALL_DEFINE or the entry
 * point of the ABI, its type, and how the entry code treats registers. A line has ABIs, the call, and each argument
 * as index (for a split value low+high), name, and `p`, `i` or `u` with the number of bits that are read.
 */
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/signatures'
import { expect, it } from 'vitest'

// prettier-ignore
const READ = `
x86_64,x32 clone 0 clone_flags u32, 1 newsp u64, 2 parent_tidptr p64, 3 child_tidptr p64, 4 tls u64
aarch64,mips64n32 clone 0 clone_flags u32, 1 newsp u64, 2 parent_tidptr p64, 3 tls u64, 4 child_tidptr p64
x86,arm,mips,ppc,parisc clone 0 clone_flags u32, 1 newsp u32, 2 parent_tidptr p32, 3 tls u32, 4 child_tidptr p32
s390 clone 0 newsp u32, 1 clone_flags u32, 2 parent_tidptr p31, 3 child_tidptr p31, 4 tls u32
sh clone 0 clone_flags u32, 1 newsp u32, 2 parent_tidptr p32, 3 child_tidptr p32, 4 tls u32
m68k clone 1 clone_flags u32, 2 newsp u32, 3 parent_tidptr p32, 4 child_tidptr p32, 5 tls u32
x86 pwrite64 0 fd u32, 1 buf p32, 2 count u32, 3+4 pos i64
arm,mipsel,sh pwrite64 0 fd u32, 1 buf p32, 2 count u32, 4+5 pos i64
mips,ppc,sheb pwrite64 0 fd u32, 1 buf p32, 2 count u32, 5+4 pos i64
s390 pwrite64 0 fd u32, 1 buf p31, 2 count u32, 4+3 pos i64
x32,mips64n32,x86_64 pwrite64 0 fd u32, 1 buf p64, 2 count u64, 3 pos i64
arm arm_fadvise64_64 0 fd i32, 1 advice i32, 2+3 offset i64, 4+5 len i64
ppc fadvise64_64 0 fd i32, 1 advice i32, 3+2 offset i64, 5+4 len i64
x86,sh fadvise64_64 0 fd i32, 1+2 offset i64, 3+4 len i64, 5 advice i32
mips fadvise64 0 fd i32, 3+2 offset i64, 5+4 len i64
ppc sync_file_range2 0 fd i32, 1 flags u32, 3+2 offset i64, 5+4 nbytes i64
mips sync_file_range 0 fd i32, 3+2 offset i64, 5+4 nbytes i64
m68k sync_file_range 1 fd i32, 3+2 offset i64, 5+4 nbytes i64
x32 preadv2 0 fd u32, 1 vec p64, 2 vlen u32, 3 pos_l i64, 4 flags i32
aarch64,x86_64 fcntl 0 fd u32, 1 cmd u32, 2 arg u64
x32 ioctl 0 fd u32, 1 cmd u32, 2 arg u32
x86_64 ioctl 0 fd u32, 1 cmd u32, 2 arg u64
s390,mips64n32 semctl 0 semid i32, 1 semnum i32, 2 cmd i32, 3 arg i32
x86_64,x32,mips64n32 mknod 0 filename p64, 1 mode u16, 2 dev u32
s390 mknod 0 filename p31, 1 mode u16, 2 dev u32
x86,arm chown 0 filename p32, 1 user u16, 2 group u16
mips chown 0 filename p32, 1 user u32, 2 group u32
s390 setsockopt 0 fd i32, 1 level i32, 2 optname i32, 3 optval p31, 4 optlen i32
m68k sendto 1 fd i32, 2 buff p32, 3 len u32, 4 flags u32, 5 addr p32
x86_64,aarch64 mbind 0 start u64, 1 len u64, 2 mode i32, 3 nmask p64, 4 maxnode u64, 5 flags u32
x86,mips mbind 0 start u32, 1 len u32, 2 mode i32, 3 nmask p32, 4 maxnode u32, 5 flags u32
x86_64,aarch64 ptrace 0 request i64, 1 pid i32, 2 addr u64, 3 data u64
x32,s390 ptrace 0 request i32, 1 pid i32, 2 addr i32, 3 data i32
x86,s390x splice 0 fd_in i32, 1 off_in P, 2 fd_out i32, 3 off_out P, 4 len W, 5 flags u32
x86,arm utimensat 0 dfd i32, 1 filename p32, 2 utimes p32, 3 flags i32
mips64n32 mq_open 0 u_name p64, 1 oflag i32, 2 mode u16, 3 u_attr p64
s390,x86 mmap 0 arg P
x86_64,mips64n32,x32 unshare 0 unshare_flags u64
x86_64,x32 mount 0 dev_name p64, 1 dir_name p64, 2 type p64, 3 flags u64, 4 data p64
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [abis = '', call = ''] = line.split(' ')
    const args = line.slice(abis.length + call.length + 2)
    return abis.split(',').map((token): [AbiToken, string, string] => [token as AbiToken, call, args])
  })

const WORDS: Partial<Record<AbiToken, readonly [pointer: string, word: string]>> = {
  x86: ['p32', 'u32'],
  s390: ['p31', 'u32'],
  s390x: ['p64', 'u64'],
}

it.each(READ)('on %s, %s has %s', (token, call, args) => {
  const found = signatureOf(signedAbiTable(token), call)?.args.map(
    ({ index, high, name, pointer, signed, width }) =>
      `${index}${high === undefined ? '' : `+${high}`} ${name} ${pointer ? 'p' : signed ? 'i' : 'u'}${width}`,
  )
  const [pointer = 'P', word = 'W'] = WORDS[token] ?? []
  expect(found?.join(', ')).toBe(args.replaceAll(/\bP\b/g, pointer).replaceAll(/\bW\b/g, word))
})
