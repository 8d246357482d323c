import { describe, expect, it } from 'vitest'
import { base64Bytes, hexBytes, readText } from '../../src/playground/engine/read-text.ts'
import { MAX_TEXT } from '../../src/playground/messages.ts'

/** `return ALLOW`. */
const ALLOW = [{ code: 6, jt: 0, jf: 0, k: 0x7fff_0000 }]
const read = (text: string): ReturnType<typeof readText> => readText(text, 'profile.json', 'little')

describe('the text of the playground', () => {
  it.each([
    ['raw filter in hex', '06 00 00 00 00 00 ff 7f'],
    ['raw filter in hex', '0x06,0x00,0x00,0x00,0x00,0x00,0xff,0x7f'],
    ['raw filter in hex', String.raw`"\x06\x00\x00\x00\x00\x00\xff\x7f"`],
    ['dump in hex', '00000000: 0600 0000 0000 ff7f                      ........'],
    ['dump in hex', '00000000  06 00 00 00 00 00 ff 7f                           |........|\n00000008'],
    ['array of sock_filter', '{ 0x06,  0,  0, 0x7fff0000 },'],
    ['array of sock_filter', 'struct sock_filter filter[] = {\n  {6, 0, 0, 2147418112U},\n};'],
    ['raw filter in base64', 'BgAAAAAA/38='],
    ['raw filter in base64', 'BgAAAAAA_38'],
    [
      'listing',
      ' line  CODE  JT   JF      K\n=================================\n 0000: 0x06 0x00 0x00 0x7fff0000\n',
    ],
    ['assembly', 'ret #0x7fff0000'],
  ])('is a %s', async (source, text) => {
    expect(await read(text)).toMatchObject({ kind: 'program', source, program: ALLOW })
  })

  it('is big endian where the kernel takes it in that order only', async () => {
    expect(await read('00 06 00 00 7f ff 00 00')).toMatchObject({ endianness: 'big', program: ALLOW })
  })

  it('is a profile or a preset', async () => {
    expect(await read('{"defaultAction":"SCMP_ACT_ALLOW"}')).toMatchObject({
      kind: 'policy',
      source: 'OCI profile',
    })
    expect(await read(' preset:no-network\n')).toMatchObject({ kind: 'policy', source: 'preset no-network' })
  })

  it.each([
    ['', 'nothing to compile yet'],
    ['06 00 00', 'these are 3 bytes; a filter has 8 for each instruction'],
    ['preset:no-such', 'unknown preset "no-such"'],
    ['{"defaultAction":1}', 'profile.json:1:18:'],
    ['ret #0x7fff0000\njeqq #1', /^profile.json:2:1: unknown instruction "jeqq"(?!.*preset:NAME)/],
    ['no-network', '"no-network" names a preset; write "preset:no-network"'],
    ['no-network+no-tracing', 'write "preset:no-network+no-tracing"'],
    ['[{"defaultAction":"SCMP_ACT_ALLOW"}]', /^profile.json:1:1: .*a profile is JSON and begins with "{"/],
    ["policy({ default: 'allow' })", /a policy in TypeScript with "import"/],
    ['defaultAction: SCMP_ACT_ALLOW', /^profile.json:1:16: .*a profile is JSON and begins with/],
    ['{ 0x06, 256, 0, 0 }', 'P0'],
    [`{${' '.repeat(MAX_TEXT)}`, 'at most'],
  ])('is refused with what is wrong: %.30s', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })

  it.each([
    `00000000: ${'a'.repeat(100_000)}z`,
    `00000000: ${'aa '.repeat(50_000)}z`,
    `{6,0,0,0}${' '.repeat(200_000)}z`,
    `{6,0,0,0}${'a '.repeat(100_000)}z`,
    '{'.repeat(200_000),
    `{6,${' '.repeat(200_000)}`,
  ])(
    'is refused within a second, whatever it repeats: %.20s',
    async (text) => {
      await expect(read(text)).rejects.toThrow()
    },
    1000,
  )

  it('is hex or base64 only where every character is one', () => {
    expect(hexBytes('0g')).toBeUndefined()
    expect(hexBytes('123')).toBeUndefined()
    expect(base64Bytes('ret #0')).toBeUndefined()
    expect(base64Bytes('AAAAA')).toBeUndefined()
  })
})
