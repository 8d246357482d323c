/* Texts that an attacker might have somebody paste. */

/** A hostile text, and the harm that it tries. */
export interface HostileText {
  readonly title: string
  readonly text: string
}

const MARKUP = '<img src=x onerror="globalThis.harmed=1"><script>globalThis.harmed=1</script>'

const profile = (rule: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW' }, rule],
  })

/** The texts. */
export function hostileTexts(): readonly HostileText[] {
  return [
    { title: 'markup as the name of a call', text: profile({ names: [MARKUP], action: 'SCMP_ACT_ALLOW' }) },
    { title: 'markup as an action', text: profile({ names: ['write'], action: MARKUP }) },
    { title: 'markup as a preset', text: `preset:${MARKUP.replaceAll(' ', '/')}` },
    {
      title: 'keys of every object',
      text: '{"__proto__":{"harmed":1},"constructor":{"prototype":{"harmed":1}},"defaultAction":"SCMP_ACT_ALLOW","syscalls":[{"names":["__proto__","constructor","toString"],"action":"SCMP_ACT_ERRNO"}]}',
    },
    { title: 'depth', text: `{"defaultAction":${'['.repeat(100_000)}` },
    { title: 'one long name', text: profile({ names: ['x'.repeat(200_000)], action: 'SCMP_ACT_ALLOW' }) },
    {
      title: 'many names',
      text: profile({
        names: Array.from({ length: 20_000 }, (_, i) => `no_such_call_${i}`),
        action: 'SCMP_ACT_ALLOW',
      }),
    },
    { title: 'more than is read', text: `{${' '.repeat(1024 * 1024)}}` },
    {
      title: 'control characters',
      text: profile({ names: ['re\u202ead\u0000\u001b[2J'], action: 'SCMP_ACT_ALLOW' }),
    },
    { title: 'a filter that the kernel refuses', text: '15 00 ff ff 00 00 00 00 06 00 00 00 00 00 00 00' },
  ]
}
