import { GROUPS } from '@seccompile/groups'
import { errno, policy } from '@seccompile/policy'
import { PRESETS } from '@seccompile/presets'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { groupsPage } from '../src/groups-page.ts'
import { presetsPage } from '../src/presets-page.ts'

it.each([
  ['presets.md', presetsPage(PRESETS)],
  ['groups.md', groupsPage(GROUPS)],
])('docs/%s says what the presets and groups say', async (name, made) => {
  const page = fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url))
  const text = await format(made, { ...(await resolveConfig(page)), filepath: page })
  expect(readFileSync(page, 'utf8')).toBe(text)
})

it('a preset has its note, its rules and the calls that it keeps', () => {
  const page = presetsPage([
    {
      name: 'no-tracing',
      summary: 'no process_vm_readv, no *_vm',
      policy: policy({ name: 'no-tracing', default: 'allow' }).deny('ptrace', errno('EACCES')),
      note: {
        against: 'A tracer.',
        leavesOpen: ['/proc/PID/mem.'],
        breaks: [],
        needs: 'Linux 4.8.',
        sources: ['ptrace(2)', 'https://example.org/a_b'],
      },
      keeps: [{ call: 'read', args: { fd: 3 } }],
    },
  ])
  for (const line of [
    '| [`no-tracing`](#no-tracing) | no process_vm_readv, no \\*\\_vm |',
    'No process_vm_readv, no \\*\\_vm.',
    '**Against.** A tracer.',
    '- /proc/PID/mem.',
    '**Needs.** Linux 4.8.',
    '**Is for** programs that call `read(fd=3)`.',
    'ptrace -> ERRNO(EACCES)',
    '- <https://example.org/a_b>',
  ])
    expect(page.split('\n')).toContain(line)
  expect(page).not.toContain('**Breaks**')
})

it('a group has its calls', () => {
  const page = groupsPage([{ name: 'swap', summary: 'swap_on and _off', calls: ['swapon', 'swapoff'] }])
  expect(page).toContain('## `swap`\n\nSwap_on and \\_off.\n\n`swapon`, `swapoff`\n')
})
