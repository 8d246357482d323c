/*
 * The default objective.
 *
 * At attach, Linux 5.11 and newer asks a filter which numbers it allows whatever the arguments. The kernel then never
 * runs the filter for these. So most calls in the mean of `uniform` run no filter there, and the calls that do run it
 * are those of `bitmap`. Where the options name a kernel with the allow bitmap, the default is therefore `bitmap`.
 * Where they name no kernel, the filter may run on an older one, and the default is `uniform`.
 */
import type { KernelVersion } from '@seccompile/policy'
import { isAtLeast } from '@seccompile/syscalls'
import type { ObjectiveKind, ObjectiveOptions } from './options.ts'

/** The first kernel with the allow bitmap. @see kernel/seccomp.c: seccomp_cache_prepare() */
export const BITMAP_KERNEL: KernelVersion = Object.freeze({ major: 5, minor: 11 })

/** The name of an objective, and the reason for the choice. */
export interface ChosenObjective {
  readonly kind: ObjectiveKind
  /** Present where the options had neither an objective nor weights, and the kernel decided. */
  readonly impliedBy?: 'kernel'
}

/**
 * The objective for `options`: the one that they name; else `weights` where there are weights; else `bitmap` for a
 * kernel from 5.11 on; else `uniform`.
 * @throws PolicyError where the kernel is no version
 */
export function chosenObjective({ objective, weights, kernel }: ObjectiveOptions): ChosenObjective {
  if (objective !== undefined) return { kind: objective }
  if (weights !== undefined) return { kind: 'weights' }
  if (kernel !== undefined && isAtLeast(kernel, BITMAP_KERNEL)) return { kind: 'bitmap', impliedBy: 'kernel' }
  return { kind: 'uniform' }
}
