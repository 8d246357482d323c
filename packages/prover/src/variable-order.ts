/*
 * The order in which a search guesses variables: those first that took part in the last conflicts (VSIDS; Moskewicz,
 * Madigan, Zhao, Zhang and Malik 2001).
 *
 * Each variable has an activity. A conflict raises that of its variables, by an amount that grows with each conflict, so
 * that older conflicts count less. A binary heap has the variable with the highest activity on top. Of equal ones, the
 * variable that was made first wins.
 */

/** The amount by which activities rise grows by this factor with each conflict. */
const GROWTH = 1 / 0.95
/** Above this activity all activities are divided by it. */
const HIGHEST = 1e100

/** The variables that can be guessed. */
export interface VariableOrder {
  /** Takes out the variable with the highest activity; `undefined` where none is left. */
  readonly take: () => number | undefined
  /** Puts back a variable that was taken out. Without effect where it is there. */
  readonly restore: (variable: number) => void
  /** Raises the activity of a variable that takes part in the present conflict. */
  readonly raise: (variable: number) => void
  /** Ends the present conflict. */
  readonly endConflict: () => void
}

/** The variables 0 to `count` - 1, all with the activity 0. */
export function variableOrder(count: number): VariableOrder {
  const activity = new Float64Array(count)
  const heap = Int32Array.from({ length: count }, (_, variable) => variable)
  const places = Int32Array.from(heap)
  let size = count
  let amount = 1

  const isBefore = (a: number, b: number): boolean =>
    activity[a]! > activity[b]! || (activity[a] === activity[b] && a < b)
  const put = (variable: number, place: number): void => {
    heap[place] = variable
    places[variable] = place
  }
  const rise = (variable: number): void => {
    let place = places[variable]!
    while (place > 0) {
      const above = (place - 1) >> 1
      if (!isBefore(variable, heap[above]!)) break
      put(heap[above]!, place)
      place = above
    }
    put(variable, place)
  }
  const sink = (variable: number): void => {
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      if (below >= size) break
      if (below + 1 < size && isBefore(heap[below + 1]!, heap[below]!)) below += 1
      if (!isBefore(heap[below]!, variable)) break
      put(heap[below]!, place)
      place = below
    }
    put(variable, place)
  }
  return {
    take: () => {
      if (size === 0) return undefined
      const top = heap[0]!
      size -= 1
      const last = heap[size]!
      places[top] = -1
      if (size > 0) sink(last)
      return top
    },
    restore: (variable) => {
      if (places[variable] !== -1) return
      places[variable] = size
      size += 1
      rise(variable)
    },
    raise: (variable) => {
      activity[variable]! += amount
      if (activity[variable]! > HIGHEST) {
        for (let each = 0; each < count; each += 1) activity[each]! /= HIGHEST
        amount /= HIGHEST
      }
      if (places[variable] !== -1) rise(variable)
    },
    endConflict: () => {
      amount *= GROWTH
    },
  }
}
