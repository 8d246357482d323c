/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/*
 * The Worker of TypeScript. It begins when the page first has a policy in TypeScript; TypeScript itself and the declarations
 * are loaded side by side.
 *
 * Questions wait in the Worker while another is answered. Of those of a kind only the newest is answered.
 */
import { DECLARATIONS } from './declarations-address.ts'
import type { TypeScriptAnswer, TypeScriptQuestion } from './messages.ts'
import type { PolicyService } from './service.ts'

/** The functions of the Worker that talk to its page. */
interface ServicePort {
  readonly postMessage: (answer: TypeScriptAnswer) => void
  onmessage: ((event: MessageEvent<TypeScriptQuestion>) => void) | null
}

/** The declarations by their paths: JSON under gzip, which policy-declarations.ts puts beside the Worker. */
async function loadDeclarations(): Promise<Readonly<Record<string, string>>> {
  const { body, ok } = await fetch(DECLARATIONS)
  if (!ok || body === null) throw new Error(`${DECLARATIONS}: the declarations cannot be loaded`)
  const text = new Response(body.pipeThrough(new DecompressionStream('gzip')))
  return (await text.json()) as Readonly<Record<string, string>> // our own build wrote the file
}

/** Milliseconds without a newer text before types are checked. */
const QUIET = 120

const port = globalThis as unknown as ServicePort // this file runs only as a Worker
const starting: Promise<PolicyService> = Promise.all([import('./service.ts'), loadDeclarations()]).then(
  ([{ policyService }, declarations]) => policyService(declarations),
)
// The page receives the error as an event of the Worker, and ends the Worker.
starting.catch(reportError)
const newest = new Map<TypeScriptQuestion['kind'], number>()

async function answer(service: PolicyService, question: TypeScriptQuestion): Promise<void> {
  const { kind, id, text } = question
  // Lets waiting messages in. Types are checked once nobody types: a check would keep the next script waiting.
  await new Promise((resume) => setTimeout(resume, kind === 'check' ? QUIET : 0))
  if (newest.get(kind) !== id) {
    port.postMessage({ kind, id, answer: undefined })
    return
  }
  switch (question.kind) {
    case 'transpile':
      port.postMessage({ kind: 'transpile', id, answer: service.transpile(text) })
      return
    case 'check':
      port.postMessage({ kind: 'check', id, answer: service.check(text) })
      return
    case 'complete':
      port.postMessage({ kind: 'complete', id, answer: service.complete(text, question.offset) })
      return
    case 'describe':
      port.postMessage({ kind: 'describe', id, answer: service.describe(text, question.offset) })
  }
}
port.onmessage = ({ data }) => {
  newest.set(data.kind, data.id)
  void starting.then((service) => answer(service, data)).catch(reportError)
}
