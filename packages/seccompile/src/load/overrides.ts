/*
 * Options of the command line that contradict the policy.
 *
 * A policy can name its ABIs, capabilities and kernel, and the action for numbers that no table knows. An option
 * wins, and a note says so: a filter that is compared with a policy may have been made without the option.
 */
import { unknownName } from '@seccompile/describe'
import { formatKernelVersion, KILL_THREAD } from '@seccompile/policy'
import { actionName } from '@seccompile/policy/toolkit'
import type { Policy } from '@seccompile/policy'
import type { LoadedPolicy } from '@seccompile/policy-files'
import type { AbiToken } from '@seccompile/syscalls'
import { targetTexts } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'

/** `policy` and its parts, without their actions for unknown numbers. */
function withoutUnknown({ unknown: _own, and, ...rest }: Policy): Policy {
  return { ...rest, ...(and === undefined ? {} : { and: and.map(withoutUnknown) }) }
}

/** The note that `option` takes precedence, if the policy has the value `own` for `what` and the option has another. */
function note(
  option: string,
  what: string,
  own: string | undefined,
  given: string | undefined,
): readonly string[] {
  return own === undefined || given === undefined || own === given
    ? []
    : [`the policy is for ${what}${own || 'none'}; ${option} takes precedence`]
}

/** Notes on the options that contradict `policy`. */
function notesOf(policy: Policy, options: TargetOptions): readonly string[] {
  const { caps, kernel } = options
  const texts = targetTexts(options)
  const unknown = options.unknown === undefined ? undefined : unknownText(options.unknown)
  const sorted = (words: readonly string[] | undefined): string | undefined => words?.toSorted().join(', ')
  const given = options.abi?.map(({ token }) => token)
  const isClosed = (token: AbiToken): boolean => policy.closed?.includes(token) === true
  const abis = given?.filter((token) => !isClosed(token))
  const closed = given?.filter(isClosed) ?? []
  return [
    ...(closed.length === 0
      ? []
      : [
          `the policy is closed to ${closed.join(', ')}, so ${actionName(policy.badArch ?? KILL_THREAD)} is the verdict of every call there, even if --abi names the ABI`,
        ]),
    ...note(`--abi ${texts.abi}`, '', sorted(policy.abis), sorted(abis)),
    ...note(`--caps "${texts.caps}"`, 'the capabilities ', sorted(policy.caps), sorted(caps)),
    ...note(
      `--kernel ${texts.kernel}`,
      'kernel ',
      policy.kernel && formatKernelVersion(policy.kernel),
      kernel && formatKernelVersion(kernel),
    ),
    ...(policy.unknown === undefined || unknown === undefined || unknown === unknownName(policy.unknown)
      ? []
      : [
          `the policy gives unknown numbers ${unknownName(policy.unknown)}; --unknown ${texts.unknown} takes precedence`,
        ]),
  ]
}

/** The value of `--unknown` in the words of a policy. */
function unknownText(unknown: NonNullable<TargetOptions['unknown']>): string {
  if (unknown === 'default') return unknown
  return unknown === 'ENOSYS' ? 'ERRNO(ENOSYS)' : unknownName(unknown)
}

/**
 * `loaded` with notes on the options that contradict the policy. `--unknown default` removes the policy's action for
 * unknown numbers. The other options belong to the target, which wins over the policy.
 */
export function overridden(loaded: LoadedPolicy, options: TargetOptions): LoadedPolicy {
  const { policy } = loaded
  const isDefault = options.unknown === 'default'
  return {
    ...loaded,
    policy: isDefault ? withoutUnknown(policy) : policy,
    notes: [...(loaded.notes ?? []), ...notesOf(policy, options)],
  }
}
