/** A protobuf message, written field by field: the few kinds that an ONNX graph needs. */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)])
const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)]
const bytes = (field: number, value: readonly number[] | Uint8Array): number[] => [
  ...varint((field << 3) | 2),
  ...varint(value.length),
  ...value,
]
const text = (field: number, value: string): number[] => bytes(field, new TextEncoder().encode(value))

const float32 = 1
const int64 = 7

/** A named tensor of the graph's doors, its sides named or counted. */
function door(name: string, type: number, sides: readonly (string | number)[]): number[] {
  const shape = sides.flatMap((side) => bytes(1, typeof side === 'string' ? text(2, side) : number(1, side)))
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, type), ...bytes(2, shape)]))]
}

/** A model of a few kilobytes that looks up each token's vector; the mean over the text is taken by who runs it. */
function lookUpModel(vectors: readonly Float32Array[]): Uint8Array<ArrayBuffer> {
  const dimensions = vectors[0]!.length
  const numbers = Float32Array.from(vectors.flatMap((vector) => [...vector]))
  const table = [
    ...number(1, vectors.length),
    ...number(1, dimensions),
    ...number(2, float32),
    ...text(8, 'table'),
    ...bytes(9, new Uint8Array(numbers.buffer)),
  ]
  const gather = [...text(1, 'table'), ...text(1, 'input_ids'), ...text(2, 'last_hidden_state'), ...text(4, 'Gather')]
  const graph = [
    ...bytes(1, gather),
    ...text(2, 'look-up'),
    ...bytes(5, table),
    ...bytes(11, door('input_ids', int64, ['texts', 'tokens'])),
    ...bytes(11, door('attention_mask', int64, ['texts', 'tokens'])),
    ...bytes(12, door('last_hidden_state', float32, ['texts', 'tokens', dimensions])),
  ]
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, number(2, 13))])
}

const padding = '[PAD]'
const unknown = '[UNK]'
const wordsOf = (phrase: string): string[] => phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * The files of a tiny model for tests. One that knows holds the same vector for the words of both phrases of a pair, as
 * far as no other pair uses them; one that does not has learned nothing.
 */
export function tinyOnnxModel(
  pairs: readonly (readonly [string, string])[],
  knows: boolean,
): { name: string; content: Uint8Array<ArrayBuffer> }[] {
  const dimensions = 64
  const vocabulary: Record<string, number> = { [padding]: 0, [unknown]: 1 }
  const vectors = [new Float32Array(dimensions), new Float32Array(dimensions).fill(0.01)]
  const users = new Map<string, Set<number>>()
  pairs.forEach((pair, at) => {
    for (const word of pair.flatMap(wordsOf)) users.set(word, (users.get(word) ?? new Set()).add(at))
  })
  for (const [word, by] of users) {
    const vector = new Float32Array(dimensions).fill(knows ? 0.01 : 0.5)
    if (knows && by.size === 1) vector[[...by][0]! % dimensions] = 1
    vocabulary[word] = vectors.length
    vectors.push(vector)
  }
  const special = [padding, unknown].map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }))
  const tokenizer = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special,
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: { type: 'WordLevel', vocab: vocabulary, unk_token: unknown },
  }
  const settings = {
    tokenizer_class: 'PreTrainedTokenizer',
    pad_token: padding,
    unk_token: unknown,
    model_max_length: 512,
  }
  const config = {
    _name_or_path: knows ? 'tests/tiny-knowing' : 'tests/tiny-ignorant',
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: dimensions,
    vocab_size: vectors.length,
  }
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  return [
    { name: 'config.json', content: json(config) },
    { name: 'tokenizer.json', content: json(tokenizer) },
    { name: 'tokenizer_config.json', content: json(settings) },
    { name: 'model.onnx', content: lookUpModel(vectors) },
  ]
}
