/* A program of eBPF. Filters of classic BPF, such as those of seccomp, do not pass the verifier. */
import { BPF_PROG_LOAD } from '@seccompile/constants/bpf'
import type { AttackClause } from '../record/need.ts'
import { call, clause } from './clause.ts'

/** A program of eBPF, which passes the verifier. */
export function bpfProgram(): AttackClause {
  return clause('a program of eBPF', [call('bpf', ({ cmd }) => cmd.eq(BPF_PROG_LOAD))])
}
