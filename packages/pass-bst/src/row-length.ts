/*
 * Rules in a row that no stack of filters can hold, told from some of them.
 *
 * In a row nothing is shared, so a row of thousands takes what its rules take one by one. Some of them, evenly spread, tell
 * how much that is about, before all of them are laid out.
 */
import { BPF_MAXINSNS, IrError } from '@seccompile/abi'
import type { Predicate, Rule } from '@seccompile/rules'

/** Rows that are shorter are laid out at once. */
const LONG = 1024
/** How many conditions of a row are looked at. */
const SAMPLES = 64
/**
 * Sixteen filters: the kernel lets a task have eight, counted in converted instructions, which are more. Several filters
 * may do with half of what one takes, where the conditions in each have a search tree.
 */
const MOST = 16 * BPF_MAXINSNS

/**
 * Sees that `rules` in a row are not far too long.
 * @param insnsOf - about how many instructions a condition takes
 * @throws IrError (P1), with the number of instructions that the row would take
 */
export function checkRow(rules: readonly Rule[], insnsOf: (part: Predicate) => number): void {
  const parts = rules.flatMap(({ when }) => (when.kind === 'any' ? when.of : [when]))
  if (parts.length < LONG) return
  const step = Math.ceil(parts.length / SAMPLES)
  const sampled = parts.filter((_, i) => i % step === 0)
  const insns = sampled.reduce((sum, part) => sum + insnsOf(part), 0)
  const count = Math.round((insns / sampled.length) * parts.length)
  if (count <= MOST) return
  const message = `has about ${count} instructions, most of them for conditions in a row; the kernel takes at most ${BPF_MAXINSNS}`
  throw new IrError('program', [{ invariant: 'P1', where: 'program', message, count }])
}
