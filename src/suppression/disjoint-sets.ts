/** Union-find: numbers from 0 in sets that are joined step by step, each with one member that stands for all of it. */
export class DisjointSets {
  private readonly parent: Int32Array

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, member) => member)
  }

  find(member: number): number {
    const { parent } = this
    let root = member
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!
      root = parent[root]!
    }
    return root
  }

  join(members: Int32Array | readonly number[]): void {
    for (const member of members) this.parent[this.find(member)] = this.find(members[0]!)
  }
}
