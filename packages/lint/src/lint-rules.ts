import type { LintRule } from './lint-rule.ts'
import { abiOpen } from './rules/abi-open.ts'
import { bpfOpen } from './rules/bpf-open.ts'
import { fileHandleOpen } from './rules/file-handle-open.ts'
import { ioUringOpen } from './rules/io-uring-open.ts'
import { kexecOpen } from './rules/kexec-open.ts'
import { keyringOpen } from './rules/keyring-open.ts'
import { moduleOpen } from './rules/module-open.ts'
import { multiplexerGap } from './rules/multiplexer-gap.ts'
import { perfOpen } from './rules/perf-open.ts'
import { ptraceBefore48 } from './rules/ptrace-before-4.8.ts'
import { siblingOpen } from './rules/sibling-open.ts'
import { socketFamilyOpen } from './rules/socket-family-open.ts'
import { tracingOpen } from './rules/tracing-open.ts'
import { ttyInjection } from './rules/tty-injection.ts'
import { userfaultfdOpen } from './rules/userfaultfd-open.ts'
import { widthGap } from './rules/width-gap.ts'
import { x32Open } from './rules/x32-open.ts'

/** Every lint rule that comes with the package, sorted by name. */
export const lintRules: readonly LintRule[] = [
  abiOpen,
  bpfOpen,
  fileHandleOpen,
  ioUringOpen,
  kexecOpen,
  keyringOpen,
  moduleOpen,
  multiplexerGap,
  perfOpen,
  ptraceBefore48,
  siblingOpen,
  socketFamilyOpen,
  tracingOpen,
  ttyInjection,
  userfaultfdOpen,
  widthGap,
  x32Open,
]
