/** Facts of a matter by which its positions are chosen, beside the conditions of the positions and the findings. */
export const negotiationReads = [
  'negotiation.negotiable',
  'negotiation.appetite',
  'negotiation.breadth',
  'negotiation.positions',
]
