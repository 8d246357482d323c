/*
 * Whether the script in a field may run.
 *
 * A policy in TypeScript is a script. What a person writes, pastes, or begins with from our examples runs as it is typed. A
 * text that came by a link or out of a file was perhaps never read by the person: it is shown, checked and not run, until the
 * person says so with a click. That click holds for this text and for all that the person makes of it.
 *
 * - Typing is no consent: a person who mends a comma in somebody's script has not yet read it.
 * - A field that was emptied holds nothing foreign any more: what is typed then is the person's own.
 * - Consent is kept nowhere. The address of the page holds state and never consent, so a page that is loaded again asks again,
 *   for one's own policy too: the page cannot tell whose a link is.
 * - The language does not matter. A profile that came by a link may be edited until it is a script.
 *
 * The sandbox does not depend on this. Consent is there because even a script that can do no harm should not run unasked.
 */

/** How a text came that is not the person's own. */
export type Origin = 'link' | 'file'

/** The consent of one field. */
export class Consent {
  #origin: Origin | undefined

  /** The origin of a text that waits for consent; `undefined` where a script may run. */
  get missing(): Origin | undefined {
    return this.#origin
  }

  /** Records that the field now holds a text from elsewhere. */
  came(origin: Origin): void {
    this.#origin = origin
  }

  /** Records that the person has consented, or that the text is the person's own. */
  given(): void {
    this.#origin = undefined
  }

  /** Records that the field holds `text` after a change. */
  changed(text: string): void {
    if (text.trim() === '') this.#origin = undefined
  }
}
