import { manifestText, parseManifest } from '@seccompile/policy-files/manifest'
import { expect, it } from 'vitest'

const MANIFEST = {
  seccompile: '0.1.0',
  policy: 'profile.json',
  options: { abi: 'x86_64', kernel: '6.12' },
  filters: ['filter.bpf'],
  digest: 'c17d',
}

it('reads back what it writes', () => {
  expect(parseManifest(manifestText(MANIFEST), 'm.json')).toEqual(MANIFEST)
})

it.each([
  [
    { policy: '../profile.json' },
    '"policy" is "../profile.json"; a manifest names nothing outside its folder',
  ],
  [{ policy: 'a/../../profile.json' }, 'a manifest names nothing outside its folder'],
  [{ filters: ['/etc/passwd'] }, 'a manifest names nothing outside its folder'],
  [
    { filters: ['filter.ts'] },
    'item of "filters" is "filter.ts", a policy; expected the file of a raw filter',
  ],
  [{ filters: ['preset:deny-all'] }, 'expected the file of a raw filter; a module is not run'],
  [{ filters: [] }, '"filters" is empty'],
  [{ policy: '' }, '"policy" is empty; expected the path of a policy, or preset:NAME'],
])('refuses %j, with its place', (other, message) => {
  const text = JSON.stringify({ ...MANIFEST, ...other })
  expect(() => parseManifest(text, 'm.json')).toThrow(
    expect.objectContaining({
      name: 'PolicyError',
      source: 'm.json',
      message: expect.stringContaining(message) as string,
    }),
  )
})
