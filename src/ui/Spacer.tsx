/** Stands in a table for the rows that are scrolled out of sight (useVirtualRows). */
export const SpacerRow = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 && (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ blockSize: height, padding: 0, border: 0 }} />
    </tr>
  )

/** The same in a list. */
export const SpacerItem = ({ height }: { height: number }) =>
  height > 0 && <li aria-hidden="true" style={{ blockSize: height, border: 0 }} />
