import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    {
      names: ['read', 'write', 'exit', 'exit_group', 'rt_sigreturn', 'restart_syscall'],
      action: 'SCMP_ACT_ALLOW',
    },
  ],
})
/** The certificate in `--json`. */
const WHOLE = {
  kind: 'proved',
  digest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
  nodes: expect.any(Number) as unknown,
  ms: expect.any(Number) as unknown,
}
describe('optimize and intersect', () => {
  it.each([
    ['optimize', ['optimize']],
    ['intersect', ['intersect', 'preset:container-default']],
  ])('%s gives machines the whole certificate and the time', async (_name, words) => {
    const input = at('in.bpf')
    await runCli(['compile', file('p.json', PROFILE), '-o', input])
    const { out } = await runCli([...words, input, '--json', '-o', at('out.bpf')])
    expect(JSON.parse(out)).toMatchObject({ certificate: WHOLE })
  })
})

describe('compile', () => {
  it('says that it has proved what it wrote', async () => {
    const { status, out } = await runCli(['compile', file('p.json', PROFILE), '-o', at('p.bpf')])
    expect(status).toBe(0)
    expect(out).toMatch(/^proved equal to the policy, digest [0-9a-f]{8}…$/m)
  })

  it('gives machines the whole certificate and the time', async () => {
    const profile = file('p.json', PROFILE)
    const { out } = await runCli(['compile', profile, '--json', '-o', at('p.bpf')])
    const { certificate } = JSON.parse(out) as { certificate: Record<string, unknown> }
    expect(certificate).toEqual(WHOLE)
    const none = await runCli(['compile', profile, '--pipeline', 'none', '--json', '-o', at('n.bpf')])
    expect(JSON.parse(none.out)).toMatchObject({ certificate: { digest: certificate['digest'] } })
  })

  it('leaves the proof out where told, and says so', async () => {
    const profile = file('p.json', PROFILE)
    const { status, out, err } = await runCli(['compile', profile, '--no-prove', '-o', at('p.bpf')])
    expect([status, err]).toEqual([0, ''])
    expect(out).toContain('\nnot proved equal to the policy, as asked\n')
    const json = await runCli(['compile', profile, '--no-prove', '--json', '-o', at('p.bpf')])
    expect(JSON.parse(json.out)).toMatchObject({ certificate: { kind: 'skipped' } })
  })
})
