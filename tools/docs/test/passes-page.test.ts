import { passes, pipelines } from '@seccompile/compiler'
import { definePass, pipeline } from '@seccompile/pass'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { passesPage } from '../src/passes-page.ts'

const PAGE = fileURLToPath(new URL('../../../docs/passes.md', import.meta.url))

it('docs/passes.md says what the passes say', async () => {
  const text = await format(passesPage(passes, pipelines), { ...(await resolveConfig(PAGE)), filepath: PAGE })
  expect(readFileSync(PAGE, 'utf8')).toBe(text)
})

it('a pass shows all that it says of itself', () => {
  const keep = definePass({
    name: 'keep',
    from: 'program',
    to: 'program',
    summary: 'does nothing',
    cost: { insns: 'never-more', longestPath: 'never-longer', idempotent: true },
    required: true,
    run: (insns) => insns,
  })
  const idle = { summary: 'nothing at all', pass: pipelines.none.pass, insnCost: 2 ** -11 }
  const page = passesPage([keep, pipeline('twice', [keep, keep])], { idle })
  expect(page).toContain('| [keep](#keep) | program | program | does nothing |\n')
  expect(page).toContain(
    'Does nothing. From program to program. The output never has more ' +
      'instructions. No call executes more than before. A second run changes nothing. No pipeline works without it',
  )
  expect(page).toContain('| `idle` | nothing at all | `--passes linear,lower` |\n')
})
