"""The search for the nearest able groups, against what others would build: worlds, peers, goals.

Every peer gives the same groups in the same order, or its answer is no measurement
(`bench.matching.agreement`).
"""
