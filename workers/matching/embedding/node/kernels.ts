/*
 * The five inner loops of training as a WebAssembly module with SIMD, written here instruction by instruction so that
 * `node` alone can run it: no compiler, no dependency. Everything is 32-bit floats in the fixed order of the loops, so
 * two runs give the same bits.
 */

/** Where the loops read and write: byte addresses in one shared memory. */
export interface Kernels {
  /** For each text (CSR lists of rows and weights): the normalised weighted sum of its rows, and its length before. */
  bag(
    table: number,
    offsets: number,
    rows: number,
    weights: number,
    count: number,
    size: number,
    out: number,
    norms: number,
  ): void
  /** out[i][j] = a[i] . b[j] */
  products(a: number, b: number, out: number, aCount: number, bCount: number, size: number): void
  /** out[i] = sum over j of factors[i * rowStep + j * columnStep] * v[j]; steps in bytes. */
  combine(
    factors: number,
    rowStep: number,
    columnStep: number,
    v: number,
    out: number,
    outCount: number,
    vCount: number,
    size: number,
  ): void
  /** Takes each slope through the normalisation and adds it to the gradients of the text's rows. */
  scatter(
    vectors: number,
    slopes: number,
    norms: number,
    offsets: number,
    rows: number,
    weights: number,
    count: number,
    size: number,
    gradients: number,
  ): void
  /** One Adagrad step on the listed rows; their gradients are zero afterwards. */
  adagrad(
    list: number,
    count: number,
    size: number,
    table: number,
    squares: number,
    gradients: number,
    rate: number,
  ): void
}

/** A memory that is handed out from the bottom and never given back. */
export class Arena {
  readonly memory: WebAssembly.Memory
  #next = 64

  constructor(bytes: number) {
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((bytes + 4096) / 65536) })
  }

  floats(count: number): Float32Array {
    return new Float32Array(this.memory.buffer, this.#take(count), count)
  }

  integers(count: number): Int32Array {
    return new Int32Array(this.memory.buffer, this.#take(count), count)
  }

  #take(count: number): number {
    const at = this.#next
    this.#next += Math.ceil((count * 4) / 64) * 64
    return at
  }
}

/** The loops over the arena's memory. `size` must be a multiple of 4. */
export function createKernels(memory: WebAssembly.Memory): Kernels {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble()), { m: { m: memory } })
  return instance.exports as unknown as Kernels
}

const I32 = 0x7f
const F32 = 0x7d
const V128 = 0x7b

type Code = readonly number[]

function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low + 128 : low)
  } while (rest > 0)
  return bytes
}

function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 127
    rest >>= 7
    if ((rest === 0 && low < 64) || (rest === -1 && low >= 64)) return [...bytes, low]
    bytes.push(low + 128)
  }
}

const join = (...parts: Code[]): number[] => parts.flat()
const get = (local: number): Code => [0x20, ...unsigned(local)]
const set = (local: number, value: Code): Code => join(value, [0x21], unsigned(local))
const int = (value: number): Code => [0x41, ...signed(value)]
const zero: Code = [0x43, 0, 0, 0, 0]
const plus = (a: Code, b: Code): Code => join(a, b, [0x6a])
const times = (a: Code, b: Code): Code => join(a, b, [0x6c])
const loadInt = (at: Code): Code => join(at, [0x28, 2, 0])
const loadFloat = (at: Code): Code => join(at, [0x2a, 2, 0])
const storeFloat = (at: Code, value: Code): Code => join(at, value, [0x38, 2, 0])
const fAdd = (a: Code, b: Code): Code => join(a, b, [0x92])
const fSqrt = (a: Code): Code => join(a, [0x91])
const load4 = (at: Code): Code => join(at, [0xfd, 0x00, 4, 0])
const store4 = (at: Code, value: Code): Code => join(at, value, [0xfd, 0x0b, 4, 0])
const splat = (a: Code): Code => join(a, [0xfd, 0x13])
const vAdd = (a: Code, b: Code): Code => join(a, b, [0xfd, 0xe4, 0x01])
const vSub = (a: Code, b: Code): Code => join(a, b, [0xfd, 0xe5, 0x01])
const vMul = (a: Code, b: Code): Code => join(a, b, [0xfd, 0xe6, 0x01])
const vDiv = (a: Code, b: Code): Code => join(a, b, [0xfd, 0xe7, 0x01])
const vSqrt = (a: Code): Code => join(a, [0xfd, 0xe3, 0x01])
const lane = (a: Code, index: number): Code => join(a, [0xfd, 0x1f, index])
const sumLanes = (local: number): Code =>
  fAdd(fAdd(lane(get(local), 0), lane(get(local), 1)), fAdd(lane(get(local), 2), lane(get(local), 3)))
const when = (condition: Code, body: Code): Code => join(condition, [0x04, 0x40], body, [0x0b])
const positive = (a: Code): Code => join(a, zero, [0x5e])

/** local runs from start while below end, in steps. */
function count(local: number, start: Code, end: Code, step: number, body: Code): Code {
  return join(set(local, start), countOn(local, end, step, body))
}

/** The same from where local stands. */
function countOn(local: number, end: Code, step: number, body: Code): Code {
  return join(
    [0x02, 0x40, 0x03, 0x40],
    join(get(local), end, [0x4f], [0x0d, 1]),
    body,
    set(local, plus(get(local), int(step))),
    [0x0c, 0, 0x0b, 0x0b],
  )
}

interface Routine {
  readonly name: string
  readonly parameters: readonly number[]
  readonly locals: readonly number[]
  readonly body: Code
}

const ints = (howMany: number): number[] => Array.from({ length: howMany }, () => I32)
const bytesOf = (size: Code): Code => join(size, int(2), [0x74])
/** The address of element `index` of an array of 4-byte items. */
const item = (array: number, index: Code): Code => plus(get(array), bytesOf(index))

function bagRoutine(): Routine {
  const [table, offsets, rows, weights, many, size, out, norms] = [0, 1, 2, 3, 4, 5, 6, 7]
  const [i, k, d, end, from, to, width, factor, sum] = [8, 9, 10, 11, 12, 13, 14, 15, 16]
  return {
    name: 'bag',
    parameters: ints(8),
    locals: [...ints(7), V128, V128],
    body: join(
      set(width, bytesOf(get(size))),
      set(to, get(out)),
      count(
        i,
        int(0),
        get(many),
        1,
        join(
          set(end, loadInt(item(offsets, plus(get(i), int(1))))),
          clear(d, width, to),
          count(
            k,
            loadInt(item(offsets, get(i))),
            get(end),
            1,
            join(
              set(from, plus(get(table), times(loadInt(item(rows, get(k))), get(width)))),
              set(factor, splat(loadFloat(item(weights, get(k))))),
              addScaled(d, width, to, factor, from),
            ),
          ),
          product(d, width, sum, to, to),
          storeFloat(item(norms, get(i)), fSqrt(sumLanes(sum))),
          when(
            positive(loadFloat(item(norms, get(i)))),
            join(
              set(factor, splat(loadFloat(item(norms, get(i))))),
              along(d, width, store4(plus(get(to), get(d)), vDiv(load4(plus(get(to), get(d))), get(factor)))),
            ),
          ),
          set(to, plus(get(to), get(width))),
        ),
      ),
    ),
  }
}

/** How many columns are taken at once, so that what they share is read once for all. */
const COLUMNS = 4

/** `body` for four columns at a time while four are left, then one at a time. */
function inColumns(local: number, many: number, body: (columns: number) => Code): Code {
  const fours = join(get(many), int(-COLUMNS), [0x71])
  return join(set(local, int(0)), countOn(local, fours, COLUMNS, body(COLUMNS)), countOn(local, get(many), 1, body(1)))
}

/** `body` for each four numbers of a vector of `width` bytes; `d` is their offset. */
const along = (d: number, width: number, body: Code): Code => count(d, int(0), get(width), 16, body)
/** to[d] = 0 */
const clear = (d: number, width: number, to: number): Code =>
  along(d, width, store4(plus(get(to), get(d)), splat(zero)))
/** to[d] += factor * from[d] */
const addScaled = (d: number, width: number, to: number, factor: number, from: number): Code =>
  along(
    d,
    width,
    store4(
      plus(get(to), get(d)),
      vAdd(load4(plus(get(to), get(d))), vMul(get(factor), load4(plus(get(from), get(d))))),
    ),
  )
/** sum = a . b, in four lanes that remain to be added. */
const product = (d: number, width: number, sum: number, a: number, b: number): Code =>
  join(
    set(sum, splat(zero)),
    along(d, width, set(sum, vAdd(get(sum), vMul(load4(plus(get(a), get(d))), load4(plus(get(b), get(d))))))),
  )

function productsRoutine(): Routine {
  const [a, b, out, aMany, bMany, size] = [0, 1, 2, 3, 4, 5]
  const [i, j, d, left, right, width, to, shared] = [6, 7, 8, 9, 10, 11, 12, 13]
  const sums = [14, 15, 16, 17]
  const columnsBody = (columns: number): Code => {
    const indices = Array.from({ length: columns }, (_, c) => c)
    return join(
      ...indices.map((c) => set(sums[c]!, splat(zero))),
      along(
        d,
        width,
        join(
          set(shared, load4(plus(get(left), get(d)))),
          ...indices.map((c) =>
            set(
              sums[c]!,
              vAdd(get(sums[c]!), vMul(get(shared), load4(plus(plus(get(right), times(int(c), get(width))), get(d))))),
            ),
          ),
        ),
      ),
      ...indices.map((c) => storeFloat(plus(get(to), int(4 * c)), sumLanes(sums[c]!))),
      set(to, plus(get(to), int(4 * columns))),
      set(right, plus(get(right), times(int(columns), get(width)))),
    )
  }
  return {
    name: 'products',
    parameters: ints(6),
    locals: [...ints(7), V128, V128, V128, V128, V128],
    body: join(
      set(width, bytesOf(get(size))),
      set(left, get(a)),
      set(to, get(out)),
      count(
        i,
        int(0),
        get(aMany),
        1,
        join(set(right, get(b)), inColumns(j, bMany, columnsBody), set(left, plus(get(left), get(width)))),
      ),
    ),
  }
}

function combineRoutine(): Routine {
  const [factors, rowStep, columnStep, v, out, outMany, vMany, size] = [0, 1, 2, 3, 4, 5, 6, 7]
  const [i, j, d, from, to, width, at] = [8, 9, 10, 11, 12, 13, 14]
  const values = [15, 16, 17, 18]
  const spread = [19, 20, 21, 22]
  const columnsBody = (columns: number): Code => {
    const indices = Array.from({ length: columns }, (_, c) => c)
    const largest = indices.map((c) => join(get(values[c]!), [0x8b])).reduce((one, other) => join(one, other, [0x97]))
    return join(
      ...indices.map((c) => set(values[c]!, loadFloat(plus(get(at), times(int(c), get(columnStep)))))),
      // Texts that are far from the pair's own move nothing that a float could hold.
      when(
        join(largest, [0x43, 0x95, 0xbf, 0xd6, 0x33], [0x5e]),
        join(
          ...indices.map((c) => set(spread[c]!, splat(get(values[c]!)))),
          along(
            d,
            width,
            store4(
              plus(get(to), get(d)),
              indices
                .map((c) => vMul(get(spread[c]!), load4(plus(plus(get(from), times(int(c), get(width))), get(d)))))
                .reduce((sum, term) => vAdd(sum, term), load4(plus(get(to), get(d)))),
            ),
          ),
        ),
      ),
      set(at, plus(get(at), times(int(columns), get(columnStep)))),
      set(from, plus(get(from), times(int(columns), get(width)))),
    )
  }
  return {
    name: 'combine',
    parameters: ints(8),
    locals: [...ints(7), F32, F32, F32, F32, V128, V128, V128, V128],
    body: join(
      set(width, bytesOf(get(size))),
      set(to, get(out)),
      count(
        i,
        int(0),
        get(outMany),
        1,
        join(
          clear(d, width, to),
          set(at, plus(get(factors), times(get(i), get(rowStep)))),
          set(from, get(v)),
          inColumns(j, vMany, columnsBody),
          set(to, plus(get(to), get(width))),
        ),
      ),
    ),
  }
}

function scatterRoutine(): Routine {
  const [vectors, slopes, norms, offsets, rows, weights, many, size, gradients] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const [i, k, d, v, s, width, to, end, norm, sum, factor] = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
  return {
    name: 'scatter',
    parameters: ints(9),
    locals: [...ints(8), F32, V128, V128],
    body: join(
      set(width, bytesOf(get(size))),
      set(v, get(vectors)),
      set(s, get(slopes)),
      count(
        i,
        int(0),
        get(many),
        1,
        join(
          set(norm, loadFloat(item(norms, get(i)))),
          when(
            positive(get(norm)),
            join(
              product(d, width, sum, v, s),
              set(sum, splat(sumLanes(sum))),
              set(factor, splat(get(norm))),
              along(
                d,
                width,
                store4(
                  plus(get(s), get(d)),
                  vDiv(vSub(load4(plus(get(s), get(d))), vMul(get(sum), load4(plus(get(v), get(d))))), get(factor)),
                ),
              ),
              set(end, loadInt(item(offsets, plus(get(i), int(1))))),
              count(
                k,
                loadInt(item(offsets, get(i))),
                get(end),
                1,
                join(
                  set(to, plus(get(gradients), times(loadInt(item(rows, get(k))), get(width)))),
                  set(factor, splat(loadFloat(item(weights, get(k))))),
                  addScaled(d, width, to, factor, s),
                ),
              ),
            ),
          ),
          set(v, plus(get(v), get(width))),
          set(s, plus(get(s), get(width))),
        ),
      ),
    ),
  }
}

function adagradRoutine(): Routine {
  const [list, many, size, table, squares, gradients, rate] = [0, 1, 2, 3, 4, 5, 6]
  const [k, d, width, start, g, q, step, tiny] = [7, 8, 9, 10, 11, 12, 13, 14]
  return {
    name: 'adagrad',
    parameters: [...ints(6), F32],
    locals: [...ints(4), V128, V128, V128, V128],
    body: join(
      set(width, bytesOf(get(size))),
      set(step, splat(get(rate))),
      set(tiny, splat([0x43, 0x77, 0xcc, 0x2b, 0x32])),
      count(
        k,
        int(0),
        get(many),
        1,
        join(
          set(start, times(loadInt(item(list, get(k))), get(width))),
          count(
            d,
            get(start),
            plus(get(start), get(width)),
            16,
            join(
              set(g, load4(plus(get(gradients), get(d)))),
              set(q, vAdd(load4(plus(get(squares), get(d))), vMul(get(g), get(g)))),
              store4(plus(get(squares), get(d)), get(q)),
              store4(plus(get(gradients), get(d)), splat(zero)),
              store4(
                plus(get(table), get(d)),
                vSub(load4(plus(get(table), get(d))), vDiv(vMul(get(step), get(g)), vAdd(vSqrt(get(q)), get(tiny)))),
              ),
            ),
          ),
        ),
      ),
    ),
  }
}

function section(id: number, content: Code): Code {
  return join([id], unsigned(content.length), content)
}

function list(items: readonly Code[]): Code {
  return join(unsigned(items.length), ...items)
}

const text = (value: string): Code => list([...value].map((letter) => [letter.charCodeAt(0)]))

function assemble(): Uint8Array<ArrayBuffer> {
  const routines = [bagRoutine(), productsRoutine(), combineRoutine(), scatterRoutine(), adagradRoutine()]
  const bodies = routines.map(({ locals, body }) => {
    const code = join(list(locals.map((type) => [1, type])), body, [0x0b])
    return join(unsigned(code.length), code)
  })
  return Uint8Array.from(
    join(
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, list(routines.map(({ parameters }) => join([0x60], list(parameters.map((type) => [type])), [0])))),
      section(2, list([join(text('m'), text('m'), [2, 0], unsigned(1))])),
      section(3, list(routines.map((_, index) => unsigned(index)))),
      section(7, list(routines.map(({ name }, index) => join(text(name), [0], unsigned(index))))),
      section(10, list(bodies)),
    ),
  )
}
