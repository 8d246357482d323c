/**
 * How the kernel reads an argument of a C type: its width in bits, its sign, and whether it is an address.
 *
 * A system call gets its arguments as registers. The wrapper that `SYSCALL_DEFINEn` makes casts each argument to its
 * C type, so bits above the width of the type are lost before any code looks at them. That is why the type decides
 * the width.
 *
 * @see include/linux/syscalls.h (__SC_LONG, __SC_CAST), include/linux/types.h, include/uapi/asm-generic/posix_types.h
 */

/** Widths of types that are the same on every ABI; negative where the type is signed. */
const FIXED = {
  int: -32,
  'unsigned int': 32,
  uint: 32,
  bool: 32,
  s32: -32,
  u32: 32,
  __s32: -32,
  __u32: 32,
  uint32_t: 32,
  pid_t: -32,
  uid_t: 32,
  gid_t: 32,
  qid_t: 32,
  old_uid_t: 16,
  old_gid_t: 16,
  umode_t: 16,
  clockid_t: -32,
  timer_t: -32,
  mqd_t: -32,
  key_t: -32,
  key_serial_t: -32,
  rwf_t: -32,
  loff_t: -64,
  u64: 64,
  __u64: 64,
  'enum landlock_rule_type': 32,
  compat_pid_t: -32,
  compat_size_t: 32,
  compat_ssize_t: -32,
  compat_ulong_t: 32,
  compat_long_t: -32,
  compat_off_t: -32,
  compat_aio_context_t: 32,
}

/** Types that are as wide as a register of the ABI; negative where signed. */
const WORDS = {
  long: -1,
  'unsigned long': 1,
  off_t: -1,
  size_t: 1,
  uintptr_t: 1,
  aio_context_t: 1,
  old_sigset_t: 1,
}

/** Types that are addresses without a star. */
const ADDRESSES = new Set(['cap_user_header_t', 'cap_user_data_t', '__sighandler_t'])

/** `compat_mode_t` is `u32` on the ABIs that do not say otherwise (arch/ARCH/include/asm/compat.h). */
const COMPAT_MODE = { powerpc: 32, mips: 32 }

/**
 * An address of s390 has 31 bits; the kernel ignores the bit above them.
 * @see arch/s390/include/asm/syscall_wrapper.h: __SC_COMPAT_CAST(); arch/s390/include/asm/compat.h: compat_ptr(), __SC_DELOUSE()
 */
const S390_ADDRESS = 31

/** Yields `{ width, signed, pointer }` of a type where registers have `bits` bits. Throws for an unknown type. */
export function readsOf(type, bits, arch) {
  const isAddress = type.includes('*') || ADDRESSES.has(type)
  if (isAddress || type === 'compat_uptr_t') {
    const width = arch === 's390' && bits === 32 ? S390_ADDRESS : isAddress ? bits : 32
    return { width, signed: false, pointer: true }
  }
  if (type === 'compat_mode_t') return { width: COMPAT_MODE[arch] ?? 16, signed: false, pointer: false }
  const fixed = Object.hasOwn(FIXED, type) ? FIXED[type] : undefined
  if (fixed !== undefined) return { width: Math.abs(fixed), signed: fixed < 0, pointer: false }
  const word = Object.hasOwn(WORDS, type) ? WORDS[type] : undefined
  if (word !== undefined) return { width: bits, signed: word < 0, pointer: false }
  throw new Error(`unknown type "${type}"`)
}
