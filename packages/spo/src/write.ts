/*
 * Writes a filter as a SeccompProfile.
 *
 * The spec can hold everything that a profile of OCI can, with three exceptions: the errno of the default is always
 * EPERM, no errno is 0, and values are below 2^63, since the resource has signed integers.
 * @see security-profiles-operator api/seccompprofile/v1/seccompprofile_types.go
 */
import { actionOf, dataOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { clausesOf } from '@seccompile/notation'
import type { Clause, NotationText, Vocabulary } from '@seccompile/notation'
import { exactClauses, profileOf } from '@seccompile/oci'
import type { OciArg, OciSyscall } from '@seccompile/oci'
import { PolicyError } from '@seccompile/policy'
import { isExactList } from '@seccompile/policy/toolkit'
import type { RuleSet } from '@seccompile/rules'
import { expectObject, quote } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { stringify } from 'yaml'
import { MAX_VALUE } from './spec.ts'

/** The options of writing a SeccompProfile. */
export interface WriteSpoOptions {
  /** The ABIs that the filter is for; the first is the main one. */
  readonly abis: readonly AbiTable[]
  /** The `metadata.name`; `profile` where left out. */
  readonly name?: string
}

const API_VERSION = 'security-profiles-operator.x-k8s.io/v1beta1'

/** The errno that runc gives where a profile has none. */
const EPERM = 1

const hasData = (verdict: Verdict): boolean => ['ERRNO', 'TRACE'].includes(actionOf(verdict) ?? '')

const fits = (clause: Clause): boolean =>
  clause.every(
    (condition) =>
      condition.value <= MAX_VALUE && (condition.op !== 'MASKED_EQ' || condition.valueTwo <= MAX_VALUE),
  )

/** `of`, restricted to clauses that the resource can hold. */
const fitting =
  (of: Vocabulary['clauses']): Vocabulary['clauses'] =>
  (when, wordSize) => {
    const clauses = of(when, wordSize)
    return clauses?.every(fits) === true ? clauses : undefined
  }

const VOCABULARY: Vocabulary = {
  hasVerdict: (verdict) => actionOf(verdict) !== undefined && hasData(verdict) === (dataOf(verdict) !== 0),
  hasDefault: (verdict) =>
    actionOf(verdict) !== undefined && dataOf(verdict) === (hasData(verdict) ? EPERM : 0),
  clauses: fitting(clausesOf),
  exact: { holds: isExactList, clauses: fitting(exactClauses) },
}

const argOf = ({ index, value, valueTwo, op }: OciArg): unknown => ({
  index,
  op,
  value,
  ...(valueTwo === undefined ? {} : { valueTwo }),
})

/**
 * A rule of the spec. Versions before v1 have the errno as text, so the errno is left out where runc gives the same
 * one by itself.
 */
const ruleOf = ({ action, names, errnoRet = EPERM, args = [] }: OciSyscall): unknown => ({
  action,
  ...(errnoRet === EPERM ? {} : { errnoRet }),
  names,
  ...(args.length === 0 ? {} : { args: args.map(argOf) }),
})

/**
 * Checks the name.
 * @throws PolicyError E_NAME where it is no name of a resource
 */
function checkName(name: string): void {
  if (name.length <= 253 && /^[a-z\d](?:[-a-z\d.]*[a-z\d])?$/.test(name)) return
  throw new PolicyError(
    'E_NAME',
    `name of a profile is ${quote(name)}; expected small letters, digits, "-" and ".", at most 253`,
  )
}

/**
 * A SeccompProfile, YAML with a final newline, with the meaning of `rules` except for its losses.
 * @throws PolicyError E_NAME for a name that Kubernetes refuses
 */
export function writeSpo(rules: RuleSet, options: WriteSpoOptions): NotationText {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectObject(options, 'options', 'abis')
  const { abis, name = 'profile' } = options
  checkName(name)
  const { profile, losses } = profileOf(rules, { abis, vocabulary: VOCABULARY })
  const { defaultAction, architectures, syscalls } = profile
  const resource = {
    apiVersion: API_VERSION,
    kind: 'SeccompProfile',
    metadata: { name },
    spec: { defaultAction, architectures, syscalls: syscalls.map(ruleOf) },
  }
  return { text: stringify(resource, { lineWidth: 0, aliasDuplicateObjects: false }), losses }
}
