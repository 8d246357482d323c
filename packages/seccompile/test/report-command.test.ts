import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reportDocument, reportPage } from '@seccompile/report'
import type { Report } from '@seccompile/report'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const GAP = { names: ['socket'], action: 'SCMP_ACT_ERRNO', args: [{ index: 0, value: 2, op: 'SCMP_CMP_EQ' }] }
const gap = JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [GAP] })
const stricter = JSON.stringify({
  defaultAction: 'SCMP_ACT_ALLOW',
  syscalls: [{ names: ['socket', 'ioctl'], action: 'SCMP_ACT_ERRNO' }],
})

const ABIS = 'x86_64,x86,x32,aarch64,arm,riscv64,ppc64le,mipsel64,mipsel'

const HOSTILE = '<script>alert(1)</script>"\'&amp;|`*_[x](javascript:y)\u202e\u001b[31m'

/** The report on the profile `text` in the file `name`; the ending chooses its form. */
async function reportOf(
  name: string,
  text: string,
  ending: string,
  ...more: readonly string[]
): Promise<string> {
  const output = at(`report.${ending}`)
  const { status, err } = await runCli(['report', file(name, text), '-o', output, ...more])
  expect([status, err]).toEqual([0, ''])
  return readFileSync(output, 'utf8')
}

const titles = (page: string): readonly string[] =>
  [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title!)

describe('the report in HTML', () => {
  it('has the sections, each with an entry in the table of contents', async () => {
    const page = await reportOf('gap.json', gap, 'html', '--base', file('base.json', stricter))
    expect(titles(page)).toEqual([
      'Difference to the base',
      'Findings',
      'Published attacks',
      'What it does',
      'Cost and bitmap',
      'Sizes',
      'Proof',
    ])
    const targets = [...page.matchAll(/<a href="#(.*?)">/g)].map(([, target]) => target!)
    expect(targets).toHaveLength(7)
    for (const target of targets) expect(page).toContain(`<section id="${target}">`)
    expect(page).toMatch(/<p>x86_64: 2 calls weaker.* \(\S+ → \S+\)\. Weaker: /)
    expect(page).toContain('<span class="open">weaker</span>')
    expect(page).toContain('<code>width-gap</code>')
    expect(page).toContain('This is proved by a diagram of')
    expect(titles(await reportOf('alone.json', gap, 'html'))).toHaveLength(6)
  })

  it('has the findings of lint, and none of a rule that lint asks only by name', async () => {
    const profile = JSON.stringify({
      defaultAction: 'SCMP_ACT_ALLOW',
      syscalls: [{ ...GAP, includes: { caps: ['CAP_SYS_CHROOT'] } }],
    })
    const page = await reportOf('includes.json', profile, 'md')
    const { out } = await runCli(['lint', file('includes.json', profile), '--json'])
    const linted = [...out.matchAll(/^ {10}"name": "(.*)"/gm)].map(([, name]) => name)
    expect(linted).toContain('width-gap')
    const [, findings = ''] = /\n## Findings\n([^]*?)\n## /.exec(page) ?? []
    expect([...findings.matchAll(/^\| \S+ +\| `([a-z-]+)`/gm)].map(([, name]) => name)).toEqual(linted)
  })

  it('has the findings of lint rules of your own', async () => {
    const own = file('own.mjs', "const caught = { policy: { rules: [], defaultAction: { action: 'ALLOW', data: 0 } } }\nexport const lintRules = [{ name: 'no-getppid', severity: 'low', means: 'So.', remedy: 'Do.', sources: ['x'], check: () => [{ what: 'getppid runs' }], caught, nearMiss: caught }]\n") // prettier-ignore
    expect(await reportOf('own.json', gap, 'html', '--use', own)).toContain('<code>no-getppid</code>')
  })

  it('has no scripts, loads nothing, and allows only its style', async () => {
    const page = await reportOf('page.json', gap, 'html')
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object| on\w+=| style=|url\((?!#)|@import|src=/i)
    const style = /<style>([^]*?)<\/style>/.exec(page)![1]!
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    )
    expect(page.match(/<style>/g)).toHaveLength(1)
    expect(page).toMatch(/@media \(prefers-color-scheme: dark\)/)
    expect(page).toMatch(/@media print/)
  })

  it('closes every tag that it opens', async () => {
    const page = await reportOf('tags.json', gap, 'html')
    const open: string[] = []
    for (const [, slash, tag, end] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)(?: [^<>]*?)?(\/?)>/gi)) {
      if (tag === 'meta' || end === '/') continue
      if (slash === '') open.push(tag!)
      else expect(open.pop()).toBe(tag)
    }
    expect(open).toEqual([])
  })

  it('keeps hostile names of files, calls and reasons as text', async () => {
    const rule = { names: [HOSTILE], action: 'SCMP_ACT_ERRNO' }
    const hostile = JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [rule, GAP], [HOSTILE]: 1 })
    const accepted = [{ lintRule: 'width-gap', call: 'socket', reason: HOSTILE }]
    const baseline = file('hostile-baseline.json', JSON.stringify({ accepted }))
    const name = HOSTILE.replaceAll('/', '')
    const page = await reportOf(`${name}.json`, hostile, 'html', '--baseline', baseline)
    expect(page).not.toMatch(/<script/i)
    expect(page).not.toContain('\u202e')
    expect(page).not.toContain('\u001b')
    expect(page).toContain('(accepted: &lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;|`*_')
    const text = await reportOf(`${name}2.json`, hostile, 'md', '--baseline', baseline)
    expect(text.replaceAll(/`[^`\n]+`/g, '')).not.toMatch(/(?<!\\)<script/i)
    expect(text).not.toContain('\u202e')
    expect(text).toContain('(accepted: \\<script\\>alert(1)\\</script\\>"\'\\&amp;\\|\\`\\*\\_\\[x\\]')
  })
})

describe('a report', () => {
  it('is the same each time, and names no absolute path', async () => {
    for (const ending of ['html', 'md']) {
      const first = await reportOf('same.json', gap, ending)
      expect(await reportOf('same.json', gap, ending)).toBe(first)
      expect(first).not.toMatch(/[>`\s"]\/(?:tmp|home|root|private)\//)
      expect(first).toContain('same.json')
    }
  })

  it('of a raw filter has its findings, its cost and its digest', async () => {
    const raw = at('raw.bpf')
    expect((await runCli(['compile', file('raw.json', gap), '-o', raw])).status).toBe(0)
    const { status, out } = await runCli(['report', raw, '--format', 'markdown'])
    expect(status).toBe(0)
    expect(out).toContain('\nA raw filter for x86_64')
    expect(out).toContain('`width-gap`')
    expect(out).toContain('the meaning is read from them')
    const policy = await runCli(['report', file('raw.json', gap), '--format', 'markdown'])
    const digest = /`[0-9a-f]{64}`/
    expect(digest.exec(out)![0]).toBe(digest.exec(policy.out)![0])
    const stack = await runCli(['report', `${raw},${raw}`, '--format', 'markdown'])
    expect(stack.status).toBe(0)
    expect(stack.out).toContain('Filter 2 of 2, in the order in which they are attached:')
  })

  it('says of a pipeline that its filter would be too long', async () => {
    const module = file(
      'long.mjs',
      `const values = Array.from({ length: 2500 }, (_, i) => ({ lo: BigInt(i * 3), hi: BigInt(i * 3) }))
const names = [{ name: 'read' }]
export default {
  defaultAction: { action: 'ERRNO', data: 1 },
  rules: [{ names, action: { action: 'ALLOW', data: 0 }, args: [{ index: 0, op: 'IN', values }] }],
}`,
    )
    const { status, out } = await runCli(['report', module, '--format', 'markdown'])
    expect(status).toBe(0)
    expect(out).toMatch(/^\| `none` \| the filter would exceed 4096 instructions by \d+;/m)
    expect(out).toMatch(/^\| `speed` \| search trees .* \| 3052 \| 24416 \|/m)
    expect(out).toMatch(/^\| `size` \| search trees .* \| 56 \| 448 \|/m)
  })

  it('says that both mean the same', async () => {
    const page = await reportOf('one.json', gap, 'md', '--base', file('two.json', gap))
    expect(page).toContain('No call changes: both mean the same.')
    expect(page).toContain('as in the base')
  })

  it('marks findings that the base does not have', async () => {
    const page = await reportOf('newer.json', gap, 'md', '--base', file('older.json', stricter))
    expect(page).toMatch(/`width-gap`.*\| new \|$/m)
  })
})

describe('the head of a report', () => {
  /** The text above the facts. */
  const headOf = (page: string): string => page.slice(0, page.indexOf('| about |'))

  it('says what the filter is, how it is graded and what becomes of calls', async () => {
    const head = headOf(await reportOf('gap.json', gap, 'md'))
    expect(head).toMatch(/^# Seccomp report: \S*gap\.json\n\n\*\*Grade E\*\*\n\nGrade, by the findings/)
    expect(head).toContain('\nA policy for x86_64.\n')
    expect(head).toMatch(/\| verdict \| calls of x86_64, of \d+ \|\n\| --- \| --: \|\n\| \*\*A\*\* ALLOW \| \d+ \|\n\| \*\*\?\*\* depends on arguments, \*\*A\*\* ALLOW, \*\*E\*\* ERRNO\(EPERM\) \| 1 \|\n/)
  }) // prettier-ignore

  it('has the three gravest changes: calls of high findings, then weaker before stricter, then by number', async () => {
    const rule = (names: readonly string[], action: string): object => ({ names, action })
    const base = file('grave-base.json', JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', architectures: ['SCMP_ARCH_X86_64'], syscalls: [rule(['socket', 'write', 'read', 'close'], 'SCMP_ACT_ERRNO')] })) // prettier-ignore
    const grave = JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', architectures: ['SCMP_ARCH_X86_64'], syscalls: [GAP, rule(['dup', 'open'], 'SCMP_ACT_ERRNO')] }) // prettier-ignore
    const head = headOf(await reportOf('grave.json', grave, 'md', '--base', base))
    const rows = [...head.matchAll(/^\| (weaker|stricter|other) \| `(\w+)` \|.*\| (.*) \|$/gm)].map(([, ...row]) => row)
    expect(rows).toEqual([
      ['weaker', 'socket', 'a high finding names it'],
      ['weaker', 'read', ''],
      ['weaker', 'write', ''],
    ])
    expect(head).toContain('x86_64: 4 calls weaker (1 of them for some arguments), 2 stricter (')
  }) // prettier-ignore

  it('has new findings first, and says how many are new', async () => {
    const old = file('older-gap.json', JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [GAP] }))
    const other = { ...GAP, names: ['socketpair'] }
    const newer = JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [GAP, other] })
    const page = await reportOf('newer-gap.json', newer, 'md', '--base', old)
    const marks = [...page.matchAll(/\| (new|as in the base) \|$/gm)].map(([, mark]) => mark)
    expect(marks).toContain('new')
    expect(marks).toEqual([...marks].sort().reverse())
    expect(headOf(page)).toMatch(/findings: .*; \d+ (?:is|are) new\./)
    expect(await reportOf('same-gap.json', newer, 'md', '--base', at('newer-gap.json'))).toContain('; none is new.')
  }) // prettier-ignore

  it('counts no accepted finding in the grade', async () => {
    const accept = (...calls: readonly (readonly [string, string])[]): string =>
      file('head-baseline.json', JSON.stringify({ accepted: calls.map(([lintRule, call]) => ({ lintRule, call, reason: 'known' })) })) // prettier-ignore
    const one = headOf(
      await reportOf('one-accepted.json', gap, 'md', '--baseline', accept(['width-gap', 'socket'])),
    )
    expect(one).toContain('**Grade D**')
    expect(one).toMatch(/; 1 accepted by the baseline; \d+ (?:is|are) new\.\n/)
    expect(one).not.toContain('`width-gap`')
    const both = accept(['width-gap', 'socket'], ['io-uring-open', 'io_uring_setup'])
    expect(headOf(await reportOf('both.json', gap, 'md', '--baseline', both))).toContain('**Grade C**') // the default lets calls run
  })
})

describe('a picture', () => {
  const report: Report = {
    title: 'T',
    facts: [],
    sections: [
      {
        title: 'A part',
        blocks: [],
        pictures: [{ kind: 'markup', text: '<svg><title>&lt;&amp;</title></svg>' }],
      },
    ],
    maker: 'M',
  }

  it('is part of the page, and not of the Markdown', () => {
    expect(reportPage(report)).toContain('<figure><svg><title>&lt;&amp;</title></svg></figure>')
    expect(reportDocument(report)).not.toContain('svg')
  })

  /** The titles of the pictures of each section, by the title of the section. */
  function titlesIn(page: string): ReadonlyMap<string, readonly string[]> {
    const sections = [...page.matchAll(/<section[^>]*>\n<h2>(.*?)<\/h2>([^]*?)<\/section>/g)]
    return new Map(
      sections.map(([, title = '', text = '']) => [
        title,
        [...text.matchAll(/<svg [^>]*>\n<title[^>]*>(.*?)<\/title>/g)].map(([, words = '']) => words),
      ]),
    )
  }

  it('stands in the section whose question it answers', async () => {
    const page = await reportOf('drawn.json', gap, 'html', '--base', file('base.json', stricter))
    const found = titlesIn(page)
    expect(found.get('Difference to the base')).toEqual([
      expect.stringMatching(/^From \S*base\.json to \S*drawn\.json: /),
    ])
    expect(found.get('What it does')).toEqual([expect.stringMatching(/drawn\.json: x86_64: /)])
    expect(found.get('Cost and bitmap')).toEqual([
      expect.stringMatching(/drawn\.json: the search for a call$/),
      expect.stringMatching(/^Instructions executed per call/),
    ])
    expect(found.get('Sizes')).toEqual([expect.stringMatching(/drawn\.json: \d+ instructions/)])
    expect(found.get('Findings')).toEqual([])
    const ids = [...page.matchAll(/ id="(.*?)"/g)].map(([, id]) => id!)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of page.matchAll(/url\(#(.*?)\)/g)) expect(ids).toContain(target)
  })

  it('of a stack shows what it does, and no single program', async () => {
    const raw = at('drawn.bpf')
    expect((await runCli(['compile', file('drawn.json', gap), '-o', raw])).status).toBe(0)
    const { status, out } = await runCli(['report', `${raw},${raw}`, '--format', 'html'])
    expect(status).toBe(0)
    expect(titlesIn(out).get('What it does')).toHaveLength(1)
    expect(titlesIn(out).get('Cost and bitmap')).toEqual([])
    expect(titlesIn(out).get('Sizes')).toEqual([])
  })

  it('that is too large is left out, and the section says why', async () => {
    const raw = at('wide.bpf')
    expect((await runCli(['compile', file('wide.json', gap), '-o', raw])).status).toBe(0)
    const { out: page } = await runCli(['report', raw, '--abi', ABIS, '--format', 'html'])
    expect(page).toMatch(
      /The picture barcode is left out: it has \d+ bytes, and a report takes 262144; seccompile draw barcode makes it\./,
    )
    expect(titlesIn(page).get('What it does')).toEqual([])
  })
})

describe('the head of a report on a raw filter', () => {
  /** The raw filter of `source`. */
  async function raw(name: string, source: string): Promise<string> {
    await runCli(['asm', file(`${name}.asm`, source), '-o', at(name)])
    return at(name)
  }
  async function head(name: string, source: string, ...more: readonly string[]): Promise<string> {
    const { out } = await runCli(['report', await raw(name, source), '--format', 'markdown', ...more])
    return out.split('\n## ')[0]!
  }

  it('gives E to a filter under which every call runs, although no lint rule finds anything', async () => {
    const text = await head('all.bpf', 'ret #0x7fff0000\n')
    expect(text).toContain('**Grade E**')
    expect(text).toContain('A raw filter that names no single architecture.\n')
    expect(text).toContain('No findings.')
  })

  it('says what a raw filter is for, and shows the calls of one of its own ABIs', async () => {
    const arm =
      'ld [4]\njne #0xc00000b7, bad\nld [0]\njeq #63, yes\nret #0x50001\nyes: ret #0x7fff0000\nbad: ret #0x80000000\n'
    const text = await head('arm64.bpf', arm)
    expect(text).toContain('A raw filter for aarch64.\n')
    expect(text).toContain('| verdict | calls of aarch64, of 327 |\n')
    expect(await head('arm64.bpf', arm, '--abi', 'aarch64')).toBe(text)
    expect(await head('arm64.bpf', arm, '--abi', 'x86_64')).toContain(
      'A raw filter for aarch64. The findings and the grade are about calls of x86_64; --abi aarch64 is about those of aarch64.\n',
    )
  })

  it('has an ABI of which every call is weaker among the gravest changes', async () => {
    const source = (bad: string): string => `ld [4]\njne #0xc000003e, bad\nret #0x50001\nbad: ret ${bad}\n`
    const base = await raw('kills.bpf', source('#0x80000000'))
    const text = await head('opens.bpf', source('#0x7fff0000'), '--base', base)
    expect(text).toMatch(
      /\| weaker \| `every call` \| any arch but x86_64 \| \*\*K\*\* KILL_PROCESS \| \*\*A\*\* ALLOW \|/,
    )
  })

  it('says no number of calls where arch values have no table', async () => {
    const base = await raw('any.bpf', 'ret #0x7fff0000\n')
    const text = await head(
      'no-59.bpf',
      'ld [0]\njeq #59, no\nret #0x7fff0000\nno: ret #0x50001\n',
      '--base',
      base,
    )
    expect(text).toContain('\nany arch: 1 range of numbers stricter (')
  })
})

describe('the options of report', () => {
  it.each([
    [['-o', 'report.pdf'], 'report.pdf: its ending names no form; name a file that ends in .html, .htm, .md or .markdown, or give --format'],
    [[], 'report: give --format html or --format markdown'],
    [['--format', 'htlm'], '--format: expected html or markdown; got "htlm"; did you mean "html"?'],
    [['-o', ''], '--output: expected the path of a file; got ""'],
    [['-o', '', '--format', 'html'], '--output: expected the path of a file; got ""'],
    [['--base', '-', '--baseline', '-', '--format', 'html'], 'only one of the files can come from standard input'],
  ])('%j are refused', async (args, message) => {
    const { status, out, err } = await runCli(['report', file('options.json', gap), ...args])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(message)
  }) // prettier-ignore

  it('do not let the report replace what it is about', async () => {
    const policy = file('policy.md', gap)
    const { status, err } = await runCli(['report', policy, '-o', policy])
    expect(status).toBe(2)
    expect(err).toContain('is an input file, which the output would replace')
    expect(readFileSync(policy, 'utf8')).toBe(gap)
  })
})
