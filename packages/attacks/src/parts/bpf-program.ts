/* A program of eBPF. Filters of classic BPF, such as those of seccomp, do not pass the verifier. */
import { BPF_PROG_LOAD } from '@seccompile/constants/bpf'
import { call } from '@seccompile/routes'
import type { AttackClause } from '../record/need.ts'
import { clause } from './clause.ts'

/** A program of eBPF, which passes the verifier. */
export function bpfProgram(): AttackClause {
  return clause('a program of eBPF', [call('bpf', ({ cmd }) => cmd.eq(BPF_PROG_LOAD))])
}
