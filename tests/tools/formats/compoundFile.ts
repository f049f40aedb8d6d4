/** Writes a compound file ([MS-CFB], version 3) with the given streams; `a/b` is stream b in storage a. */
export function writeCompoundFile(streams: Record<string, Uint8Array>): Uint8Array {
  type Node = { name: string; type: 1 | 2 | 5; children: Node[]; bytes: Uint8Array }
  const root: Node = { name: 'Root Entry', type: 5, children: [], bytes: new Uint8Array(0) }
  for (const [path, bytes] of Object.entries(streams)) {
    const parts = path.split('/')
    let at = root
    for (const part of parts.slice(0, -1)) {
      let next = at.children.find(({ name }) => name === part)
      if (!next) at.children.push((next = { name: part, type: 1, children: [], bytes: new Uint8Array(0) }))
      at = next
    }
    at.children.push({ name: parts.at(-1)!, type: 2, children: [], bytes })
  }
  const nodes: Node[] = []
  const visit = (node: Node) => {
    nodes.push(node)
    node.children.forEach(visit)
  }
  visit(root)
  // Every stream stands in whole sectors: a cutoff of zero needs no mini stream.
  const sectors: Uint8Array[] = []
  const fat: number[] = []
  const place = (bytes: Uint8Array): number => {
    const count = Math.ceil(bytes.length / 512)
    if (count === 0) return 0xffff_fffe
    const first = sectors.length
    for (let index = 0; index < count; index += 1) {
      const sector = new Uint8Array(512)
      sector.set(bytes.subarray(index * 512, (index + 1) * 512))
      sectors.push(sector)
      fat.push(index === count - 1 ? 0xffff_fffe : first + index + 1)
    }
    return first
  }
  const starts = nodes.map(({ bytes }) => place(bytes))
  const directory = new Uint8Array(Math.ceil(nodes.length / 4) * 512)
  const entries = new DataView(directory.buffer)
  const none = 0xffff_ffff
  for (const [index, node] of nodes.entries()) {
    const at = index * 128
    for (const [letter, code] of Array.from(node.name, (one) => one.charCodeAt(0)).entries())
      entries.setUint16(at + letter * 2, code, true)
    entries.setUint16(at + 64, (node.name.length + 1) * 2, true)
    entries.setUint8(at + 66, node.type)
    const parent = nodes.find(({ children }) => children.includes(node))
    const next = parent?.children[parent.children.indexOf(node) + 1]
    entries.setUint32(at + 68, none, true)
    // A list instead of a balanced tree: readers that follow the links do not mind.
    entries.setUint32(at + 72, next ? nodes.indexOf(next) : none, true)
    entries.setUint32(at + 76, node.children[0] ? nodes.indexOf(node.children[0]) : none, true)
    entries.setUint32(at + 116, node.bytes.length > 0 ? starts[index]! : 0xffff_fffe, true)
    entries.setUint32(at + 120, node.bytes.length, true)
  }
  const directoryStart = place(directory)
  let fatCount = 1
  while (fatCount * 128 < fat.length + fatCount) fatCount += 1
  const fatStart = sectors.length
  for (let index = 0; index < fatCount; index += 1) fat.push(0xffff_fffd)
  const table = new Uint8Array(fatCount * 512).fill(0xff)
  for (const [index, next] of fat.entries()) new DataView(table.buffer).setUint32(index * 4, next, true)
  const header = new Uint8Array(512)
  const view = new DataView(header.buffer)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(24, 0x3e, true)
  view.setUint16(26, 3, true)
  view.setUint16(28, 0xfffe, true)
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, fatCount, true)
  view.setUint32(48, directoryStart, true)
  view.setUint32(56, 0, true)
  view.setUint32(60, 0xffff_fffe, true)
  view.setUint32(68, 0xffff_fffe, true)
  for (let index = 0; index < 109; index += 1)
    view.setUint32(76 + index * 4, index < fatCount ? fatStart + index : none, true)
  return Uint8Array.from([header, ...sectors, table].flatMap((part) => Array.from(part)))
}
