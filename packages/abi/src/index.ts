export { BPF, BPF_MAXINSNS, BPF_MEMWORDS, BPF_X, SOCK_FILTER_BYTES } from './sock-filter.ts'
export type { BpfMnemonic, Program, SockFilter } from './sock-filter.ts'
export {
  argHigh,
  argLow,
  checkData,
  dataFromWords,
  dataWords,
  isBig,
  NO_CALL,
  SECCOMP_DATA_ARGS,
  SECCOMP_DATA_BYTES,
  seccompData,
  WORD_ARCH,
  WORD_COUNT,
  WORD_NR,
  wordAt,
  wordName,
  wordOffset,
} from './seccomp-data.ts'
export type { Endianness, SeccompData, Word } from './seccomp-data.ts'
export {
  actionOf,
  dataOf,
  MAX_ERRNO,
  SECCOMP_RET,
  SECCOMP_RET_ACTION_FULL,
  SECCOMP_RET_DATA,
  strengthOf,
  strictnessOf,
  verdictName,
  verdictOf,
} from './verdict.ts'
export type { ActionName, Verdict } from './verdict.ts'
export { letsRun, refuses } from './lets-run.ts'
export { passes, WHOLE_WORD } from './word-test.ts'
export type { MaskedWord, TestOp, WordTest } from './word-test.ts'
export { AUDIT_ARCH, auditArchName } from './audit-arch.ts'
export type { AuditArchName } from './audit-arch.ts'
export { auditRecords } from './audit-record.ts'
export type { AuditRecord } from './audit-record.ts'
