/* What the engines of this machine attach for a profile, beside what `loads` says of their runtime. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from '@seccompile/cbpf'
import { jsonText } from '@seccompile/oci/reading'
import { loads } from '@seccompile/oci-runtime'
import { equal } from '@seccompile/prover'
import { compile, crunAnnotation, presets } from 'seccompile'
import { afterAll, describe, expect, it } from 'vitest'
import { ENGINES, engineFilter, missingProgram } from '../src/runtimes/live-engine.ts'
import type { EngineName } from '../src/runtimes/live-engine.ts'
import { runtimeVersion } from '../src/runtimes/live-filter.ts'
import { liveLibseccomp, nameOfRuntime } from '../src/runtimes/versions.ts'
import { seccompOf } from '../src/watch/container.ts'
import { OWN } from '../src/watch/machine.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-engines-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const libseccomp = liveLibseccomp()

/** The name of the runtime that an engine starts here. */
function runtimeOf(engine: EngineName): ReturnType<typeof nameOfRuntime> {
  const { runtime } = ENGINES[engine]
  const version = runtimeVersion(runtime)
  return version === undefined ? undefined : nameOfRuntime(runtime, version)
}

/** Why an engine cannot be asked here. */
function whyNot(engine: EngineName): string | undefined {
  if (process.getuid?.() !== 0) return 'it takes root here'
  const missing = missingProgram(engine)
  if (missing !== undefined) return `there is no ${missing}`
  if (runtimeOf(engine) === undefined) return `its runtime, ${ENGINES[engine].runtime}, is none that is known`
  return libseccomp === undefined ? 'the libseccomp of this machine is none that is known' : undefined
}

for (const engine of ['docker', 'containerd', 'podman'] as const) {
  const reason = whyNot(engine)
  if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: a container of ${engine}: ${reason}\n\n`)
  describe.skipIf(reason !== undefined)(`a container of ${engine}`, () => {
    it('has the filter that is said of its runtime', async () => {
      const text = jsonText(seccompOf())
      const profile = join(folder, 'profile.json')
      writeFileSync(profile, text)
      const program = await engineFilter(engine, folder, { profile })
      const found = loads(text, { file: profile, runtime: runtimeOf(engine)!, libseccomp: libseccomp!, main: OWN.token }) // prettier-ignore
      if (found.kind !== 'loaded') throw new Error(found.kind)
      const { endianness } = OWN
      const live = { level: 'program', ir: program } as const
      expect(equal({ level: 'rules', ir: found.loaded }, live, { endianness }).kind).toBe('equal')
    }, 120_000)
  })
}

const podman = whyNot('podman')
describe.skipIf(podman !== undefined)('a container of podman with an annotation', () => {
  it('has the raw filter of it', async () => {
    const { bytes } = compile(presets.noNewNamespaces, { abis: [OWN.token] })
    const [[key, value]] = Object.entries(crunAnnotation(bytes)) as [[string, string]]
    const program = await engineFilter('podman', folder, { annotation: `${key}=${value}` })
    expect(encode(program, OWN.endianness)).toEqual(bytes)
  }, 60_000)
})
