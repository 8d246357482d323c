/* A policy as text for people, one rule on each line. */
import { expectObject } from '@seccompile/shape'
import { formatKernelVersion } from '@seccompile/syscalls'
import { actionName } from './action.ts'
import type { Policy, PolicyRule, Requirement } from './policy.ts'
import { printCondition } from './print-condition.ts'

function printRequirement({ caps = [], arches = [], minKernel }: Requirement): string {
  return [
    ...(caps.length === 0 ? [] : [caps.join('+')]),
    ...(arches.length === 0 ? [] : [arches.join('|')]),
    ...(minKernel === undefined ? [] : [`kernel ${formatKernelVersion(minKernel)}`]),
  ].join(', ')
}

/** One rule in a line: `socket when family not in AF_UNIX -> ERRNO(EPERM)`. */
export function printRule(given: PolicyRule): string {
  expectObject(given, 'rule', 'names', 'action', 'args')
  const { names, action, args, when, abis, includes, excludes } = given
  const conditions = [...args, ...(when === undefined ? [] : [when])].map(printCondition)
  return [
    names.map(({ name }) => name).join(', '),
    ...(conditions.length === 0 ? [] : [`when ${conditions.join(' and ')}`]),
    ...(abis === undefined ? [] : [`on ${abis.join(', ')}`]),
    ...(includes === undefined ? [] : [`with ${printRequirement(includes)}`]),
    ...(excludes === undefined ? [] : [`without ${printRequirement(excludes)}`]),
    `-> ${actionName(action)}`,
  ].join(' ')
}

/** The lines of `policy`: its rules in their order, then its default, then its targets. */
export function printPolicy(policy: Policy): string {
  expectObject(policy, 'policy', 'rules', 'defaultAction')
  const {
    name,
    rules,
    defaultAction,
    badArch,
    abis,
    unknown,
    knownUpTo,
    caps,
    kernel,
    closed,
    notFor = [],
    and = [],
  } = policy
  return [
    ...(name === undefined ? [] : [`policy ${name}`]),
    ...rules.map(printRule),
    `otherwise -> ${actionName(defaultAction)}`,
    ...(unknown === undefined ? [] : [`unknown calls -> ${actionName(unknown)}`]),
    ...(knownUpTo === undefined ? [] : [`calls known up to Linux ${formatKernelVersion(knownUpTo)}`]),
    ...(badArch === undefined ? [] : [`other ABIs -> ${actionName(badArch)}`]),
    ...(abis === undefined ? [] : [`for ${abis.join(', ')}`]),
    ...(closed === undefined ? [] : [`closed to ${closed.join(', ')}`]),
    ...notFor.map((each) => `not for ${each.abis.join(', ')}: ${each.reason}`),
    ...(caps === undefined ? [] : [`capabilities ${caps.join(', ') || 'none'}`]),
    ...(kernel === undefined ? [] : [`kernel ${formatKernelVersion(kernel)}`]),
    ...and.flatMap((part) => [
      'and, whichever is stricter:',
      ...printPolicy(part)
        .split('\n')
        .map((line) => `  ${line}`),
    ]),
  ].join('\n')
}
