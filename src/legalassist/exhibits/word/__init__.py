"""A Word file that somebody else wrote: put into the house subset, which then is read and refused as strictly as ours.

Nothing here prints. A construct that is known is written anew in a way the closed reader knows; every other one is left
where it stands, and the closed reader names it: what is not understood is refused, never dropped.
"""
