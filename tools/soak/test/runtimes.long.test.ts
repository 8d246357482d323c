/* What `loads` says of runc and crun, beside what the two of this machine load. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changes, equal } from '@seccompile/prover'
import { causesOf, loads } from '@seccompile/oci-runtime'
import { abiTable } from '@seccompile/syscalls'
import { afterAll, describe, expect, it } from 'vitest'
import { liveFilter, runtimeVersion } from '../src/runtimes/live-filter.ts'
import { liveLibseccomp, nameOfRuntime } from '../src/runtimes/versions.ts'
import { seccompOf } from '../src/watch/container.ts'
import { OWN } from '../src/watch/machine.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-runtimes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const libseccomp = liveLibseccomp()

for (const runtime of ['runc', 'crun'] as const) {
  const version = runtimeVersion(runtime)
  const name = version === undefined ? undefined : nameOfRuntime(runtime, version)
  const reason =
    process.getuid?.() !== 0
      ? 'it takes root here'
      : name === undefined
        ? `${version ?? 'no version'} is none that is known`
        : libseccomp === undefined
          ? 'the libseccomp of this machine is none that is known'
          : undefined
  if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: what ${runtime} loads: ${reason}\n\n`)
  describe.skipIf(reason !== undefined)(`${runtime} of this machine`, () => {
    const loading = (profile: object): ReturnType<typeof loads> =>
      loads(JSON.stringify(profile), {
        file: 'p.json',
        runtime: name!,
        libseccomp: libseccomp!,
        main: OWN.token,
      })

    it("loads Docker's default profile as said, and each difference from it has a cause", async () => {
      const profile = seccompOf()
      const [found, live] = [loading(profile), await liveFilter(runtime, profile, folder)]
      if (found.kind !== 'loaded' || live.kind !== 'filter')
        throw new Error(`${found.kind}, ${JSON.stringify(live)}`)
      const rules = { level: 'rules', ir: found.loaded } as const
      const { endianness } = OWN
      expect(equal(rules, { level: 'program', ir: live.program }, { endianness }).kind).toBe('equal')
      expect(found.unclaimed).toEqual([])
      const answer = changes({ level: 'rules', ir: found.written }, rules, { endianness })
      const unexplained =
        answer.kind === 'changes'
          ? answer.changes.filter((each) => causesOf(each, found.causes, found.abis).length === 0)
          : [answer]
      expect(unexplained).toEqual([])
    }, 60_000)

    it('loads a profile for other ABIs of the same byte order as said', async () => {
      const abis = ['aarch64', 'arm', 'riscv64', 'ppc64le'] as const
      const others = abis.filter((token) => token !== OWN.token && OWN.endianness === 'little')
      const own = seccompOf()
      const architectures = [...own.architectures, ...others.map((token) => abiTable(token).scmpName)]
      const profile = { ...own, architectures }
      const [found, live] = [loading(profile), await liveFilter(runtime, profile, folder)]
      if (found.kind !== 'loaded' || live.kind !== 'filter')
        throw new Error(`${found.kind}, ${JSON.stringify(live)}`)
      expect(found.abis.length).toBe(architectures.length)
      const { endianness } = OWN
      const program = { level: 'program', ir: live.program } as const
      expect(equal({ level: 'rules', ir: found.loaded }, program, { endianness }).kind).toBe('equal')
    }, 60_000)

    it.each([
      ['an empty name', { names: [''] }],
      ['an empty name beside others', { names: ['', 'chmod'] }],
      ['an empty list of names', { names: [] }],
      ['no list of names', {}],
      ['an errno of 16 bits that are 0', { names: ['chmod'], errnoRet: 65536 }],
      ['an errno of more than 16 bits', { names: ['chmod'], errnoRet: 65537 }],
      ['an errno of more than 32 bits', { names: ['chmod'], errnoRet: 2 ** 32 }],
      ['an errno below 0', { names: ['chmod'], errnoRet: -1 }],
    ])(
      'reads an entry with %s as said',
      async (_title, rest) => {
        const entry = { action: 'SCMP_ACT_ERRNO', ...rest }
        const profile = { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [entry] }
        const [found, live] = [loading(profile), await liveFilter(runtime, profile, folder)]
        const answer =
          found.kind === 'loaded' && live.kind === 'filter'
            ? equal(
                { level: 'rules', ir: found.loaded },
                { level: 'program', ir: live.program },
                { endianness: OWN.endianness },
              )
            : [found.kind, live]
        expect(answer).toMatchObject(
          found.kind === 'loaded' ? { kind: 'equal' } : ['refused', { kind: 'refused' }],
        )
      },
      60_000,
    )

    it('refuses what it is said to refuse', async () => {
      const allowed = { names: ['read'], action: 'SCMP_ACT_ALLOW' }
      const profiles = [
        { defaultAction: 'SCMP_ACT_LOG', syscalls: [{ ...allowed, errnoRet: 2 }] },
        {
          defaultAction: 'SCMP_ACT_LOG',
          flags: ['SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV'],
          syscalls: [allowed],
        },
        { defaultAction: 'SCMP_ACT_LOG', syscalls: [allowed] },
      ]
      for (const profile of profiles) {
        const [found, live] = [loading(profile), await liveFilter(runtime, profile, folder)]
        expect([found.kind === 'refused', profile]).toEqual([live.kind === 'refused', profile])
      }
    }, 60_000)
  })
}
