/*
 * A filter refuses the effect of a call, and another call with the same effect runs.
 *
 * A refused call alone is no gap. An allow-list with `openat` and without `open` is ordinary: the C library opens
 * files by `openat`, and the list does not mean to keep files closed. So this rule asks for the purpose of a filter.
 * Each group has the calls that everybody knows, and calls that people forget. The filter means to refuse the effect
 * only if it refuses every known call, whatever its arguments. A forgotten call that runs then opens the effect
 * again.
 *
 * An allow-list leaves calls out for another reason too: its programs do not need them. A server without `connect`
 * still answers by `sendto`. So groups of ordinary calls count in deny-lists, or if the filter tests the arguments of
 * the known call: `clone` that runs without CLONE_NEWUSER and is refused with it.
 *
 * In deny-lists, `variant-gap` covers variants, such as `openat` and `openat2`. In allow-lists this rule covers them:
 * an allow-list with `openat2` and neither `open` nor `openat` is not ordinary.
 *
 * A call refused by ENOSYS, whatever its arguments, makes programs use another call, so it refuses no effect. A call that runs
 * is there, so ENOSYS for some of its arguments is a refusal like others. A call is no gap on a kernel that lacks it.
 */
import { refuses } from '@seccompile/abi'
import { policy, variantsOf } from '@seccompile/policy'
import type { ShownCall } from '@seccompile/policy'
import { hasCall, SIBLINGS } from '@seccompile/routes'
import type { SiblingCall, Siblings } from '@seccompile/routes'
import type { ExaminedAbi, ExaminedFilter } from '../examine/examined.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { listed } from '../examine/listed.ts'
import { isEnosys, isRefusedWhole } from '../examine/refused-whole.ts'
import { shownText } from '../examine/shown-text.ts'

/**
 * A refused call of the way, if all its calls are refused, and some with another verdict than ENOSYS. Where the call runs with other
 * arguments, ENOSYS counts too.
 */
function forbidden(on: ExaminedAbi, { name, args }: SiblingCall): ShownCall | undefined {
  const where = args?.(on.abi)
  if ((args !== undefined && where === undefined) || !isRefusedWhole(on, name, where)) return undefined
  const isThere = where !== undefined && on.runs(name) !== undefined
  return on.call(name, (verdict) => refuses(verdict) && (isThere || !isEnosys(on.abi, verdict)), where)
}

/** A call of the way that runs, if every call that it needs runs as well. */
function running(on: ExaminedAbi, looked: ExaminedFilter, way: SiblingCall): ShownCall | undefined {
  const { name, args, with: needed, cap } = way
  if (!hasCall(on.abi, name, looked.kernels) || (cap !== undefined && !looked.caps.includes(cap)))
    return undefined
  if (needed !== undefined && !needed.some((all) => all.every((each) => on.runs(each) !== undefined)))
    return undefined
  const where = args?.(on.abi)
  return args !== undefined && where === undefined ? undefined : on.runs(name, where)
}

/** Whether `variant-gap` reports the two calls. */
function areVariants(on: ExaminedAbi, known: readonly SiblingCall[], { name, args }: SiblingCall): boolean {
  if (on.isAllowList || args !== undefined) return false
  return known.some((way) => way.args === undefined && variantsOf(way.name).flat().includes(name))
}

/** Whether the refusal of the known calls shows that the filter means to refuse their effect. */
function isMeant(on: ExaminedAbi, { meant, known }: Siblings): boolean {
  if (meant.includes(on.isAllowList ? 'allow-list' : 'deny-list')) return true
  return meant.includes('tested') && known.every(({ name }) => on.runs(name) !== undefined)
}

/** The lint rule `sibling-open`. */
export const siblingOpen: LintRule = {
  name: 'sibling-open',
  severity: 'high',
  means:
    'The filter refuses the calls that are known to do a thing, and a lesser known call that does it runs.',
  remedy: 'Refuse the call as well; where a C library needs it, as clone3, refuse it with ENOSYS.',
  sources: [
    'CVE-2021-41133',
    'https://github.com/flatpak/flatpak/pull/4456',
    'https://github.com/phylum-dev/birdcage/issues/32',
    'execveat(2)',
    'openat2(2)',
    'mount_setattr(2)',
    'clone3(2)',
    'process_vm_readv(2)',
    'systemd.exec(5)',
  ],
  *check(on, looked) {
    const told = new Set<string>()
    for (const group of SIBLINGS) {
      const { does, topic, known, others } = group
      if (told.has(topic)) continue
      const refused = known.filter(({ name }) => on.has(name)).map((way) => forbidden(on, way))
      const [other] = refused
      if (other === undefined || refused.includes(undefined) || !isMeant(on, group)) continue
      const open = others.flatMap((way) =>
        areVariants(on, known, way) ? [] : (running(on, looked, way) ?? []),
      )
      const [call] = open
      if (call === undefined) continue
      told.add(topic)
      const texts = listed(open.map((each) => shownText(on.abi, each)))
      yield { what: `${texts} can ${does}, and ${shownText(on.abi, other)} is refused`, call, other }
    }
  },
  caught: { policy: policy({ default: 'allow' }).deny('mount', 'umount2') },
  nearMiss: { policy: policy({ default: 'deny' }).allow('execve', 'openat', 'clone3', 'sendto') },
}
