import { attackRecords } from '@seccompile/attacks'
import type { AttackRecord } from '@seccompile/attacks'
import { PRESETS } from '@seccompile/presets'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { attacksPage } from '../src/attacks-page.ts'

const PAGE = fileURLToPath(new URL('../../../docs/attacks.md', import.meta.url))

const recordOf = (id: string): AttackRecord => attackRecords.find((record) => record.id === id)!

it('docs/attacks.md says what the attack records say, with verdicts as they are', async () => {
  const text = await format(attacksPage(attackRecords, PRESETS), {
    ...(await resolveConfig(PAGE)),
    filepath: PAGE,
  })
  expect(readFileSync(PAGE, 'utf8')).toBe(text)
})

it('a record has a row, a verdict for each preset, and a section to which both link', () => {
  const page = attacksPage([recordOf('CVE-2024-1086')], PRESETS)
  for (const line of [
    '| [CVE-2024-1086](#cve-2024-1086-nf_tables-verdicts) | nf_tables verdicts | 3.15 to 6.8 | a user namespace (or CAP_NET_ADMIN) **and** a socket of AF_NETLINK with NETLINK_NETFILTER |',
    '| [CVE-2024-1086](#cve-2024-1086-nf_tables-verdicts) | stopped | stopped | stopped | stopped | not stopped |',
    '### CVE-2024-1086: nf_tables verdicts',
    '- **Presumes:** no privilege where a user namespace can be made, CAP_NET_ADMIN elsewhere.',
  ])
    expect(page.split('\n')).toContain(line)
})

it('an any-of stands in parentheses, and the versions are those that a source says', () => {
  const page = attacksPage(
    [recordOf('CVE-2026-43284'), recordOf('CVE-2017-5123'), recordOf('shocker')],
    PRESETS,
  )
  expect(page).toContain('**and** (a socket of AF_NETLINK with NETLINK_XFRM or a socket of AF_KEY)')
  expect(page).toContain('| waitid | 4.13 | ')
  expect(page).toContain('| files by guessed handles | all | ')
})

it('a filter of the examples has the call that it leaves', () => {
  const page = attacksPage([recordOf('CVE-2026-31431')], PRESETS)
  expect(page.match(/^\[CVE-2026-31431\]\(#[\w-]+\) is .+$/gm)).toEqual([
    '[CVE-2026-31431](#cve-2026-31431-copy-fail) is **not stopped**: socket by io_uring on x86_64.',
    '[CVE-2026-31431](#cve-2026-31431-copy-fail) is **stopped**.',
    '[CVE-2026-31431](#cve-2026-31431-copy-fail) is **not stopped**: socket by socketcall on x86.',
    '[CVE-2026-31431](#cve-2026-31431-copy-fail) is **stopped**.',
  ])
})

it('a CVE, an address with a path and a commit become links', () => {
  const page = attacksPage(
    [
      {
        ...recordOf('shocker'),
        sources: [
          'CVE-2017-5226',
          'https://a.example/b: c/d_e.c',
          'https://a.example/1',
          'commit 24f6008564183aa120d07c03d9289519c2fe02af of Linux: why',
          'fs/_fhandle.c: f() of Linux 6.12',
        ],
      },
    ],
    PRESETS,
  )
  expect(page).toContain(
    String.raw`- **Sources:** [CVE-2017-5226](https://www.cve.org/CVERecord?id=CVE-2017-5226); <https://a.example/b>, c/d_e.c; ` +
      '<https://a.example/1>; [commit 24f600856418](https://git.kernel.org/linus/24f6008564183aa120d07c03d9289519c2fe02af) of Linux: why; ' +
      String.raw`fs/\_fhandle.c: f() of Linux 6.12.`,
  )
})
