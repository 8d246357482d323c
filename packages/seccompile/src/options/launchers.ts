/* The launchers of other projects, and the options of `launch`. */
import { OTHER_LAUNCHERS } from '@seccompile/kernel/launch-words'
import type { OtherLauncherName } from '@seccompile/kernel/launch-words'
import type { TargetOptions } from './target.ts'

/** The launchers that take a policy, and make the filter themselves. */
export const POLICY_LAUNCHERS = ['docker', 'podman', 'systemd'] as const

/** A launcher that takes a policy. */
export type PolicyLauncherName = (typeof POLICY_LAUNCHERS)[number]

/** All launchers of other projects. */
export const ALL_LAUNCHERS: readonly (OtherLauncherName | PolicyLauncherName)[] = [
  ...OTHER_LAUNCHERS,
  ...POLICY_LAUNCHERS,
]

/** Whether the launcher takes a policy. */
export function takesPolicy(name: OtherLauncherName | PolicyLauncherName): name is PolicyLauncherName {
  return POLICY_LAUNCHERS.some((each) => each === name)
}

/** A command, and the policy that it runs under. */
export interface LaunchRequest extends TargetOptions {
  readonly policy: string
  readonly command: readonly string[]
  readonly output?: string | undefined
  readonly exec: boolean
  readonly keepFd?: readonly number[] | undefined
  readonly denyInexpressible: boolean
}
