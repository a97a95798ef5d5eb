"""What the ward's plan asks for besides procedures: plans, scores, surveys, documents, money.

Each is a kind of YAML file in docs/cai-cach/<kind>/, its period in the file's name. Here are the
models, the loading, the checking and the sums; pages and reports are other rooms' work.
"""
