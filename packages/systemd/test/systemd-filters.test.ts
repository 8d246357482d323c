/*
 * Units, compared byte for byte with the filters that systemd 257.13 with libseccomp 2.6.0 attached for them on
 * x86_64. `pnpm soak units --count 0 --folder packages/systemd/test/units --record` recorded them on Debian 13.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '@seccompile/cbpf'
import { policyTables, resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { parseSystemd } from '@seccompile/systemd'
import { expect, it } from 'vitest'

const UNITS = join(import.meta.dirname, 'units')
const names = readdirSync(UNITS)
  .filter((name) => name.endsWith('.service'))
  .map((name) => name.replace('.service', ''))

it.each(names)('means what systemd attaches for %s (issue 32)', (name) => {
  const { policy } = parseSystemd(readFileSync(join(UNITS, `${name}.service`), 'utf8'), { file: name })
  const { rules } = resolve(policy, { abis: policyTables(policy) })
  const lines = readFileSync(join(UNITS, `${name}.filters`), 'utf8')
    .trimEnd()
    .split('\n')
  const ir = lines.map(
    (line) => ({ level: 'program', ir: decode(Buffer.from(line, 'base64'), 'little') }) as const,
  )
  const proof = equal({ level: 'rules', ir: rules }, { level: 'stack', ir })
  expect(ir.length).toBeGreaterThan(0)
  expect(proof).toMatchObject({ kind: 'equal' })
})
