/*
 * The manual pages of the command line: one of the whole, and one of each command, in the macros of man(7).
 *
 * The pages have no date and no version: a page changes exactly when the help does.
 */
import type { Manual, ManualCommand, ManualTerm } from 'seccompile/manual'

/** A page and the name of its file. */
export interface ManPage {
  readonly file: string
  readonly text: string
}

/** The exit status of `run` and of `launch --exec`, which the list of statuses does not cover. */
const RUN_STATUS =
  '"run" and "launch --exec" end with the exit status of the command that they start. If they cannot start it, the status is 125, 126 or 127, as with env(1).'

/** Most columns of a line of text. */
const WIDTH = 78

/** Text without roff markup. A hyphen becomes the character that people type. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll(/[^\n -~]/gu, (c) => `\\[u${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`)
    .replaceAll("'", String.raw`\(aq`)
    .replaceAll('`', String.raw`\(ga`)
    .replaceAll('^', String.raw`\(ha`)
    .replaceAll('~', String.raw`\(ti`)
}

/** A line of text. Roff would read a leading dot as a request, so it is escaped. */
const asText = (line: string): string => (/^[.']/.test(line) ? String.raw`\&` + line : line)

/** `text` as lines of a paragraph. */
function paragraph(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of escaped(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && longer.length > WIDTH) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map((each) => `${asText(each)}\n`).join('')
}

/** A line of the help as a sentence, with a capital and a full stop. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`

const bold = (text: string): string => String.raw`\fB${escaped(text)}\fP`
const italic = (text: string): string => String.raw`\fI${escaped(text)}\fP`

/** A term such as `-o, --output <file>`: words that are typed as they stand in bold, placeholders in italics. */
function term(text: string): string {
  return text
    .split(/(<[^>]+>|\[[^\]]+\]|, )/)
    .filter((part) => part !== '')
    .map((part) => (part === ', ' ? part : /^[<[]/.test(part) ? italic(part) : bold(part)))
    .join('')
}

const section = (title: string, body: string): string => `.SH ${title}\n${body}`

const list = (terms: readonly ManualTerm[], form: (text: string) => string): string =>
  terms.map((each) => `.TP\n${asText(form(each.term))}\n${paragraph(each.about)}`).join('')

function header(name: string): string {
  return [
    `.\\" Written by "npm run gen docs" from the help of seccompile.\n`,
    `.TH ${escaped(name.toUpperCase())} 1 "" seccompile "seccompile manual"\n`,
    '.nh\n', // a name that is divided at the end of a line cannot be searched
  ].join('')
}

const nameSection = (name: string, summary: string): string =>
  section('NAME', `${escaped(name)} \\- ${escaped(summary)}\n`)

const pageName = (command: string): string => `seccompile-${command}`

function commandPage(command: ManualCommand, others: readonly string[]): ManPage {
  const { name, summary, usage, description, args, options, examples } = command
  const shown = examples.map(
    ({ does, line }) =>
      `.PP\n${paragraph(`${sentence(does).slice(0, -1)}:`)}.PP\n.RS 4\n.nf\n${asText(escaped(line))}\n.fi\n.RE\n`,
  )
  const related = ['seccompile', ...others.map((other) => pageName(other))].map(
    (each, i, all) => `.BR ${escaped(each)} (1)${i < all.length - 1 ? ',' : ''}\n`,
  )
  return {
    file: `${pageName(name)}.1`,
    text: [
      header(pageName(name)),
      nameSection(pageName(name), summary),
      section('SYNOPSIS', `${bold(`seccompile ${name}`)} ${italic(usage)}\n`),
      section('DESCRIPTION', paragraph(sentence(description))),
      args.length === 0 ? '' : section('ARGUMENTS', list(args, italic)),
      section('OPTIONS', list(options, term)),
      section('EXAMPLES', shown.join('').replace(/^\.PP\n/, '')),
      section('SEE ALSO', related.join('')),
    ].join(''),
  }
}

function rootPage({ description, options, groups, statuses }: Manual): ManPage {
  const lists = groups.map(({ title, commands }) => {
    const rows = commands.map(
      ({ name, summary }) => `.TP\n.BR ${escaped(pageName(name))} (1)\n${paragraph(sentence(summary))}`,
    )
    return `.SS ${title}\n${rows.join('')}`
  })
  const summary = 'policies to small, fast, proved seccomp filters'
  const name = 'seccompile'
  return {
    file: `${name}.1`,
    text: [
      header(name),
      nameSection(name, summary),
      section('SYNOPSIS', `${bold(name)} ${italic('command')} [${italic('options')}]\n`),
      section('DESCRIPTION', paragraph(description)),
      section('COMMANDS', lists.join('')),
      section('OPTIONS', list(options, term)),
      section('EXIT STATUS', `${list(statuses, bold)}.PP\n${paragraph(RUN_STATUS)}`),
      section(
        'ENVIRONMENT',
        list(
          [
            { term: 'NO_COLOR', about: 'without colours, where it is not empty' },
            {
              term: 'FORCE_COLOR',
              about: 'with colours, also where standard output is no terminal; 0 is without colours',
            },
          ],
          bold,
        ),
      ),
      section('SEE ALSO', '.BR seccomp (2),\n.BR bwrap (1),\n.BR setpriv (1)\n'),
    ].join(''),
  }
}

/** The pages of `manual`, in the order of the help. */
export function manPages(manual: Manual): readonly ManPage[] {
  const byName = new Map(manual.commands.map((command) => [command.name, command]))
  const pages = manual.groups.flatMap(({ commands }) =>
    commands.map(({ name }) => {
      const others = commands.map((each) => each.name).filter((other) => other !== name)
      return commandPage(byName.get(name)!, others)
    }),
  )
  return [rootPage(manual), ...pages]
}
