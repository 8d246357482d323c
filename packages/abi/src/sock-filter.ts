/**
 * One classic BPF instruction.
 *
 * `code` is a u16, `jt` and `jf` are u8 counts of *skipped* instructions, `k` is a u32. All four are
 * kept as non-negative numbers.
 * @see include/uapi/linux/filter.h: struct sock_filter
 */
export interface SockFilter {
  readonly code: number
  readonly jt: number
  readonly jf: number
  readonly k: number
}

/** A program: the instructions of a `struct sock_fprog`. `pc` 0 runs first. */
export type Program = readonly SockFilter[]

/**
 * The most instructions of a program.
 * @see include/uapi/linux/bpf_common.h: BPF_MAXINSNS
 */
export const BPF_MAXINSNS = 4096

/** Bytes of one encoded `sock_filter`. */
export const SOCK_FILTER_BYTES = 8

/** Words of scratch memory, `M[0]` to `M[15]`. @see include/uapi/linux/filter.h: BPF_MEMWORDS */
export const BPF_MEMWORDS = 16

/**
 * The instruction codes that seccomp accepts, and no others, by bpf_asm's mnemonics. `_X` forms take their operand
 * from the index register, `_K` forms from `k`.
 * @see kernel/seccomp.c: seccomp_check_filter()
 */
export const BPF = {
  /** `ld [k]`: A = the word of `seccomp_data` at byte offset k. */
  LD_ABS: 0x20,
  /** `ld #k`: A = k. */
  LD_IMM: 0x00,
  /** `ldx #k`: X = k. */
  LDX_IMM: 0x01,
  /** `ld M[k]`: A = M[k]. */
  LD_MEM: 0x60,
  /** `ldx M[k]`: X = M[k]. */
  LDX_MEM: 0x61,
  /** `ld #len`: A = sizeof(struct seccomp_data). */
  LD_LEN: 0x80,
  /** `ldx #len`: X = sizeof(struct seccomp_data). */
  LDX_LEN: 0x81,
  /** `st M[k]`: M[k] = A. */
  ST: 0x02,
  /** `stx M[k]`: M[k] = X. */
  STX: 0x03,
  ADD_K: 0x04,
  ADD_X: 0x0c,
  SUB_K: 0x14,
  SUB_X: 0x1c,
  MUL_K: 0x24,
  MUL_X: 0x2c,
  DIV_K: 0x34,
  DIV_X: 0x3c,
  OR_K: 0x44,
  OR_X: 0x4c,
  AND_K: 0x54,
  AND_X: 0x5c,
  LSH_K: 0x64,
  LSH_X: 0x6c,
  RSH_K: 0x74,
  RSH_X: 0x7c,
  XOR_K: 0xa4,
  XOR_X: 0xac,
  /** `neg`: A = -A. */
  NEG: 0x84,
  /** `ja k`: skip k instructions; k is a u32, so a JA reaches where jt cannot. */
  JA: 0x05,
  JEQ_K: 0x15,
  JEQ_X: 0x1d,
  JGT_K: 0x25,
  JGT_X: 0x2d,
  JGE_K: 0x35,
  JGE_X: 0x3d,
  /** `jset`: taken when A and the operand share a set bit. */
  JSET_K: 0x45,
  JSET_X: 0x4d,
  /** `tax`: X = A. */
  TAX: 0x07,
  /** `txa`: A = X. */
  TXA: 0x87,
  /** `ret #k`: the verdict is k. */
  RET_K: 0x06,
  /** `ret a`: the verdict is A. */
  RET_A: 0x16,
} as const

/** The bit that turns the K form of an arithmetic or jump code into its X form. @see include/uapi/linux/bpf_common.h */
export const BPF_X = 0x08

/** The name of an instruction code in {@link BPF}. */
export type BpfMnemonic = keyof typeof BPF
