/*
 * Writes a filter as a profile of an OCI runtime.
 *
 * The profile is for runc with libseccomp. It lists the calls that do not get the default. A rule compares each
 * argument at most once, and the rules of one call exclude one another, so their order does not matter. Calls with
 * the same action and the same comparisons share an entry. A list of rules that libseccomp could compile to another
 * meaning is written with only equality and masks (exact-clauses.ts). multiplexers.ts adds the rules for
 * multiplexers.
 *
 * Sources: opencontainers/runtime-spec config-linux.md, Seccomp; schema/config-linux.json.
 */
import { actionOf, dataOf, SECCOMP_RET } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { abiLosses, clausesOf, express, siblings } from '@seccompile/notation'
import type { Clause, ClauseCondition, Loss, NotationText, Vocabulary } from '@seccompile/notation'
import { isExactList, libseccompCondition } from '@seccompile/policy/toolkit'
import type { RuleSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { exactClauses } from './exact-clauses.ts'
import { jsonText } from './json-text.ts'
import { withMultiplexers } from './multiplexers.ts'
import { wordOfAction, wordOfOperator } from './words.ts'

/** The options of writing a profile. */
export interface WriteProfileOptions {
  /** The ABIs that the filter is for; the first is the main one. */
  readonly abis: readonly AbiTable[]
}

/** The options of making a profile. */
export interface ProfileOfOptions extends WriteProfileOptions {
  /** The words of another notation, where it has fewer than a profile. */
  readonly vocabulary?: Partial<Vocabulary>
}

/** A comparison in a profile. */
export interface OciArg {
  readonly index: number
  readonly value: bigint
  readonly valueTwo?: bigint
  readonly op: string
}

/** A rule of a profile. */
export interface OciSyscall {
  readonly names: readonly string[]
  readonly action: string
  readonly errnoRet?: number
  readonly args?: readonly OciArg[]
}

/** A profile, as the keys of its JSON. */
export interface OciProfile {
  readonly defaultAction: string
  readonly defaultErrnoRet?: number
  readonly architectures: readonly string[]
  readonly syscalls: readonly OciSyscall[]
}

/** The verdict that runc gives calls of other architectures. @see libseccomp src/gen_bpf.c: _gen_bpf_build_bpf() */
const BAD_ARCH = SECCOMP_RET.KILL_THREAD

/** Whether a profile has data for the action of `verdict`. */
const hasData = (verdict: Verdict): boolean => ['ERRNO', 'TRACE'].includes(actionOf(verdict) ?? '')

const VOCABULARY: Vocabulary = {
  hasVerdict: (verdict) => actionOf(verdict) !== undefined && (hasData(verdict) || dataOf(verdict) === 0),
  clauses: clausesOf,
  exact: { holds: isExactList, clauses: exactClauses },
  condition: libseccompCondition,
}

const word = (verdict: Verdict): string => wordOfAction(actionOf(verdict)!) // the vocabulary has no other verdict

function argOf(condition: ClauseCondition): OciArg {
  const { index, value } = condition
  const op = wordOfOperator(condition.op)
  return condition.op === 'MASKED_EQ'
    ? { index, value, valueTwo: condition.valueTwo, op }
    : { index, value, op }
}

function entry(names: readonly string[], verdict: Verdict, clause: Clause): OciSyscall {
  return {
    names,
    action: word(verdict),
    ...(hasData(verdict) ? { errnoRet: dataOf(verdict) } : {}),
    ...(clause.length > 0 ? { args: clause.map(argOf) } : {}),
  }
}

/** `rules` as a profile, and the losses of the profile. */
export function profileOf(
  rules: RuleSet,
  options: ProfileOfOptions,
): { readonly profile: OciProfile; readonly losses: readonly Loss[] } {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectObject(options, 'options', 'abis')
  const { abis, vocabulary = {} } = options
  const words = { ...VOCABULARY, ...vocabulary }
  const expressed = express(rules, abis, words)
  const { otherwise, calls, losses } = withMultiplexers(rules, abis, expressed, words.hasVerdict)
  const entries = new Map<string, { names: string[]; readonly verdict: Verdict; readonly clause: Clause }>()
  for (const { name, answers } of calls)
    for (const { clauses, verdict } of answers)
      for (const clause of clauses) {
        const key = jsonText([verdict, clause.map(argOf)])
        const known = entries.get(key)
        if (known !== undefined) known.names.push(name)
        else entries.set(key, { names: [name], verdict, clause })
      }
  const { badArch } = rules
  return {
    profile: {
      defaultAction: word(otherwise),
      ...(hasData(otherwise) ? { defaultErrnoRet: dataOf(otherwise) } : {}),
      architectures: abis.map(({ scmpName }) => scmpName),
      syscalls: [...entries.values()].map(({ names, verdict, clause }) =>
        entry(names.toSorted(), verdict, clause),
      ),
    },
    losses: [
      ...losses,
      ...abiLosses(rules, siblings(abis), BAD_ARCH, badArch),
      ...(badArch === BAD_ARCH ? [] : [{ kind: 'bad-arch', verdict: badArch, written: BAD_ARCH } as const]),
    ],
  }
}

/** The text of a profile, JSON with a final newline, with the meaning of `rules` except for its losses. */
export function writeProfile(rules: RuleSet, options: WriteProfileOptions): NotationText {
  expectObject(options, 'options', 'abis')
  const { profile, losses } = profileOf(rules, options)
  return { text: `${jsonText(profile, '  ')}\n`, losses }
}
