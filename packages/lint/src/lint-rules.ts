import type { LintRule } from './examine/lint-rule.ts'
import { abiOpen } from './rules/abi-open.ts'
import { absentArgument } from './rules/absent-argument.ts'
import { bpfOpen } from './rules/bpf-open.ts'
import { cannotLive } from './rules/cannot-live.ts'
import { enosysExpected } from './rules/enosys-expected.ts'
import { fileHandleOpen } from './rules/file-handle-open.ts'
import { ioUringOpen } from './rules/io-uring-open.ts'
import { kexecOpen } from './rules/kexec-open.ts'
import { keyringOpen } from './rules/keyring-open.ts'
import { libcGap } from './rules/libc-gap.ts'
import { moduleOpen } from './rules/module-open.ts'
import { multiplexerGap } from './rules/multiplexer-gap.ts'
import { notifyGap } from './rules/notify-gap.ts'
import { notifyPointers } from './rules/notify-pointers.ts'
import { perfOpen } from './rules/perf-open.ts'
import { pointerCompared } from './rules/pointer-compared.ts'
import { ptraceBefore48 } from './rules/ptrace-before.ts'
import { sendtoRefused } from './rules/sendto-refused.ts'
import { siblingOpen } from './rules/sibling-open.ts'
import { socketFamilyOpen } from './rules/socket-family-open.ts'
import { tracingOpen } from './rules/tracing-open.ts'
import { ttyInjection } from './rules/tty-injection.ts'
import { uretprobeRefused } from './rules/uretprobe-refused.ts'
import { unknownAction } from './rules/unknown-action.ts'
import { userfaultfdOpen } from './rules/userfaultfd-open.ts'
import { variantGap } from './rules/variant-gap.ts'
import { widthGap } from './rules/width-gap.ts'
import { x32Open } from './rules/x32-open.ts'

/** Every lint rule that comes with the package, sorted by name. */
export const lintRules: readonly LintRule[] = [
  abiOpen,
  absentArgument,
  bpfOpen,
  cannotLive,
  enosysExpected,
  fileHandleOpen,
  ioUringOpen,
  kexecOpen,
  keyringOpen,
  libcGap,
  moduleOpen,
  multiplexerGap,
  notifyGap,
  notifyPointers,
  perfOpen,
  pointerCompared,
  ptraceBefore48,
  sendtoRefused,
  siblingOpen,
  socketFamilyOpen,
  tracingOpen,
  ttyInjection,
  unknownAction,
  uretprobeRefused,
  userfaultfdOpen,
  variantGap,
  widthGap,
  x32Open,
]
