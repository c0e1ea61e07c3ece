# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
"""Convert a table in parts on Spark: spark-submit parts.py TABLE PARTS FOLDER. A task that fails is done again by Spark; its
output appears whole or not at all, so nothing has to be cleaned up."""

import os
import subprocess
import sys

from pyspark.sql import SparkSession

table, parts, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def convert(part):
    lost = os.path.join(folder, "lost")
    if part == 3 and os.environ.get("LOSE_ONE") and not os.path.exists(lost):
        open(lost, "w").close()  # for the test: this worker fails once
        raise RuntimeError("the worker of part 3 is lost")
    out = os.path.join(folder, "part-%05d.nt" % part)
    subprocess.run(["liner", "export", "-q", table, "--shard", "%d/%d" % (part, parts), "-j", "1", "-o", out], check=True)


spark = SparkSession.builder.appName("liner parts").getOrCreate()
spark.sparkContext.parallelize(range(1, parts + 1), parts).foreach(convert)
spark.stop()
