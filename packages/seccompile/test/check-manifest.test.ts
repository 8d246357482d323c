import { copyFileSync, existsSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import type { CliOutcome } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()

const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: ['read', 'write', 'exit', 'exit_group', 'execve', 'rt_sigreturn'], action: 'SCMP_ACT_ALLOW' },
  ],
})
/** A module that leaves a file when it runs. */
const evil = (ran: string): string =>
  `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(ran)}, '')\nexport default { defaultAction: { action: 'ALLOW', data: 0 }, rules: [] }\n`

let count = 0
/** A folder of its own with a policy, its filter and a manifest with `changes`. */
async function manifest(changes: object): Promise<string> {
  const folder = at(`m${++count}/inner`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/profile.json`, PROFILE)
  await runCli(['compile', `${folder}/profile.json`, '--abi', 'x86_64', '-o', `${folder}/f.bpf`])
  writeFileSync(`${folder}/ran.mjs`, evil(`${folder}/ran`))
  writeFileSync(`${folder}/../evil.mjs`, evil(`${folder}/ran`))
  const options = { abi: 'x86_64' }
  const file = `${folder}/m.json`
  writeFileSync(file, JSON.stringify({ policy: 'profile.json', options, filters: ['f.bpf'], ...changes }))
  return file
}

/** Checks the manifest; `ran` is whether the module has run. */
async function checked(
  file: string,
  ...more: readonly string[]
): Promise<CliOutcome & { readonly ran: boolean }> {
  const result = await runCli(['check-manifest', file, ...more])
  return { ...result, ran: existsSync(`${dirname(file)}/ran`) }
}

/** `err` without the folder of the manifest. Messages name the folder relative to the working folder. */
const words = (err: string): string => err.replaceAll(/\S*\/inner\//g, '')

describe('check-manifest', () => {
  it('holds where the filter is what the policy says', async () => {
    const file = await manifest({})
    const { status, err } = await checked(file)
    expect([status, err]).toEqual([0, ''])
  })

  it.each([
    ['../evil.mjs', 'm.json:1:64: item of "filters" is "../evil.mjs"; a manifest names nothing outside its folder; move the manifest, or the file'],
    ['ran.mjs', 'm.json:1:64: item of "filters" is "ran.mjs", a policy; expected the file of a raw filter; a module is not run'],
    ['a/../../evil.mjs', 'm.json:1:64: item of "filters" is "a/../../evil.mjs"; a manifest names nothing outside its folder; move the manifest, or the file'],
    ['/etc/hostname', 'm.json:1:64: item of "filters" is "/etc/hostname"; a manifest names nothing outside its folder; move the manifest, or the file'],
    ['preset:no-network', 'm.json:1:64: item of "filters" is "preset:no-network", a policy; expected the file of a raw filter; a module is not run'],
    ['f.bpf,ran.mjs', 'm.json:1:64: item of "filters" is "f.bpf,ran.mjs", a policy; expected the file of a raw filter; a module is not run'],
  ])('refuses the filter %s, and runs no module (issue 32)', async (name, message) => {
    const file = await manifest({ filters: [name] })
    const { status, out, err, ran } = await checked(file)
    expect([status, out, words(err), ran]).toEqual([2, '', `error: ${message}\n`, false])
  }) // prettier-ignore

  it('refuses a policy outside the folder of the manifest (issue 32)', async () => {
    const file = await manifest({ policy: '../evil.mjs' })
    const { status, err, ran } = await checked(file, '--allow-modules')
    expect([status, words(err), ran]).toEqual([2, 'error: m.json:1:11: "policy" is "../evil.mjs"; a manifest names nothing outside its folder; move the manifest, or the file\n', false]) // prettier-ignore
  })

  it.each(['ran.mjs/.', 'ran.mjs/x/..', './ran.mjs', 'ran.mjs#a', 'ran.mjs/'])(
    'runs no policy %s, which may become the name of a module (issue 32)',
    async (policy) => {
      const { status, ran } = await checked(await manifest({ policy }))
      expect([status, ran]).toEqual([2, false])
    },
  )

  it('runs a policy that is a module only with --allow-modules (issue 32)', async () => {
    const file = await manifest({ policy: 'ran.mjs' })
    const refused = await checked(file)
    expect([refused.status, words(refused.err), refused.ran]).toEqual([2, 'error: m.json: the policy ran.mjs is a module, and loading a module runs its code; add --allow-modules if you trust the manifest and the module\n', false]) // prettier-ignore
    expect((await checked(file, '--allow-modules')).ran).toBe(true)
  })

  it('refuses one file as filter and policy, which would hold whatever it says (issue 32)', async () => {
    const both = /is named both as the policy and as a filter, so nothing would be compared/
    const file = await manifest({ filters: ['profile.json'] })
    expect(await checked(file)).toMatchObject({ status: 2, err: expect.stringMatching(both) as string })
    const linked = await manifest({ filters: ['link.json'] })
    linkSync(`${dirname(linked)}/profile.json`, `${dirname(linked)}/link.json`)
    expect(await checked(linked)).toMatchObject({ status: 2, err: expect.stringMatching(both) as string })
    const part = await manifest({ policy: 'profile.json#c', filters: ['profile.json'] })
    expect(await checked(part)).toMatchObject({ status: 2, err: expect.stringMatching(both) as string })
  })

  it('refuses two policies, and two filters (issue 32)', async () => {
    const policies = await manifest({ filters: ['copy.json'] })
    copyFileSync(`${dirname(policies)}/profile.json`, `${dirname(policies)}/copy.json`)
    const { status, err } = await checked(policies)
    expect([status, words(err)]).toEqual([2, 'error: copy.json: is a policy; a list of files may name raw filters only\n']) // prettier-ignore
    const filters = await manifest({ policy: 'copy.bpf' })
    copyFileSync(`${dirname(filters)}/f.bpf`, `${dirname(filters)}/copy.bpf`)
    const second = await checked(filters)
    expect([second.status, words(second.err)]).toEqual([2, 'error: copy.bpf: is a raw filter; expected the policy of the filter\n']) // prettier-ignore
  })

  it('refuses a link that leads out of its folder (issue 32)', async () => {
    const file = await manifest({ filters: ['link'] })
    symlinkSync(at(`m${count - 1}/inner/f.bpf`), `${dirname(file)}/link`)
    const { status, err } = await checked(file)
    expect([status, words(err)]).toEqual([2, 'error: m.json: link is a link to a file outside the folder of the manifest; name a file in that folder\n']) // prettier-ignore
  })

  it('reads nothing by a link out of its folder, also where a part of the file is named (issue 32)', async () => {
    const file = await manifest({ filters: ['link#x'] })
    symlinkSync(at(`m${count - 1}/inner/f.bpf`), `${dirname(file)}/link`)
    const { status, err } = await checked(file)
    expect([status, words(err)]).toEqual([2, 'error: m.json: link is a link to a file outside the folder of the manifest; name a file in that folder\n']) // prettier-ignore
  })

  it('says with which options the filter holds, in JSON', async () => {
    const { out } = await checked(await manifest({ digest: 'old' }), '--json')
    expect(JSON.parse(out)).toMatchObject({ answer: 'equal', options: { abi: 'x86_64' }, changed: true })
  })
})

describe('a list of filters', () => {
  it('runs no module (issue 32)', async () => {
    const file = await manifest({})
    const folder = dirname(file)
    const list = `${folder}/f.bpf,${folder}/ran.mjs`
    for (const args of [['explain', list], ['prove', list, list], ['run', list, '--', 'true']]) {
      const { status, err } = await runCli(args)
      expect([status === 0, err]).toEqual([false, `error: ${folder}/ran.mjs: is a policy; a list of files may name raw filters only\n`]) // prettier-ignore
    }
    expect(existsSync(`${folder}/ran`)).toBe(false)
  }) // prettier-ignore
})

describe('compile --manifest', () => {
  it('refuses a policy outside the folder of the filter, which the manifest could not name (issue 32)', async () => {
    const folder = dirname(await manifest({}))
    mkdirSync(`${folder}/out`)
    const { status, err } = await runCli(['compile', `${folder}/profile.json`, '--manifest', '-o', `${folder}/out/f`]) // prettier-ignore
    expect(status).toBe(2)
    expect(err).toContain('is outside the folder of')
    expect(existsSync(`${folder}/out/f`)).toBe(false)
  })

  it('refuses links out of the folder, which check-manifest would refuse (issue 32)', async () => {
    const folder = dirname(await manifest({}))
    writeFileSync(`${folder}/../out.bpf`, '')
    symlinkSync('../out.bpf', `${folder}/link.bpf`)
    writeFileSync(`${folder}/../p.json`, PROFILE)
    symlinkSync('../p.json', `${folder}/link.json`)
    const cases = [
      ['link.json', 'new.bpf', 'link.json'],
      ['profile.json', 'link.bpf', 'link.bpf'],
    ]
    for (const [policy, output, link] of cases) {
      const { status, err } = await runCli([
        'compile',
        `${folder}/${policy}`,
        '--manifest',
        '-o',
        `${folder}/${output}`,
      ])
      expect(status).toBe(2)
      expect(err).toContain(`/${link} is a link to a file outside the folder of`)
    }
    expect(existsSync(`${folder}/new.bpf`)).toBe(false)
  })
})
