import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { stages } from '../src/stages.ts'

const textOf = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const PAGES = ['README.md', 'docs/optimiser.md'].map(textOf)

it.each(['speed', 'list'] as const)(
  'README and docs/optimiser.md show what the passes of %s make',
  (name) => {
    const made = stages(name)
    for (const page of PAGES) expect(page).toContain(`\`\`\`\n${made}\n\`\`\``)
  },
)
