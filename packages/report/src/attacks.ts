import {
  ABOUT_STOPPED,
  attackCounts,
  namesIn,
  reasonText,
  verdictWords,
  worstFirst,
} from '@seccompile/lint-report'
import type { JudgedAttacks } from '@seccompile/lint-report'
import type { SectionResult } from './gather.ts'
import { code } from './report.ts'
import type { ReportTone } from './report.ts'

const TONES: Readonly<Record<JudgedAttacks['answers'][number]['verdict'], ReportTone>> = {
  'not-stopped': 'open',
  'not-decided': 'between',
  stopped: 'refused',
  'no-matter': 'plain',
}

/** Which published attacks the filter stops, and by what. */
export function attacksSection(judged: JudgedAttacks): SectionResult {
  const names = namesIn(judged)
  const rows = worstFirst(judged.answers).map((answer) => {
    const { record, verdict } = answer
    const reason = reasonText(names, answer)
    return [
      { kind: 'mark', text: verdictWords(verdict), tone: TONES[verdict] } as const,
      code(record.id),
      record.name,
      verdict === 'not-stopped' ? code(reason) : reason,
    ]
  })
  const summary = `${attackCounts(judged.answers)}; ${ABOUT_STOPPED}.`
  return {
    section: {
      title: 'Published attacks',
      blocks: [
        { kind: 'text', text: summary },
        { kind: 'table', header: ['verdict', 'attack', 'name', 'by'], rows },
      ],
    },
  }
}
